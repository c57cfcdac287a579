package dev.assay.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 connection that repeats one GET. A general client's own work would hide part of the
 * difference between two fast answers.
 */
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] request;

  Wire(URI url, String token) throws IOException {
    socket = new Socket(InetAddress.getByName(url.getHost()), url.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    request =
        ("GET "
                + url.getRawPath()
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                + " HTTP/1.1\r\nHost: "
                + url.getAuthority()
                + "\r\nAccept: application/json\r\n"
                + authorization
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Asks once more; answers the body of a 200 and takes anything else for a failure. */
  byte[] get() throws IOException {
    out.write(request);
    out.flush();
    String status = line();
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      chunked |= header.equalsIgnoreCase("transfer-encoding: chunked");
    }
    byte[] body = chunked ? chunks() : in.readNBytes(length);
    if (!status.startsWith("HTTP/1.1 200 ")) {
      throw new IOException(
          "Expected a 200, got " + status + ": " + new String(body, StandardCharsets.UTF_8));
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
