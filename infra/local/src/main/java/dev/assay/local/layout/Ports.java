package dev.assay.local.layout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every port of a stack; a second stack beside it differs by one offset. */
public record Ports(int offset) {
  /** Below the range from which Linux takes the ports of outgoing connections. */
  private static final int HIGHEST_OFFSET = 32_767 - 19_000;

  public Ports {
    if (offset < 0 || offset > HIGHEST_OFFSET) {
      throw new Refusal(
          Exit.USAGE, "The ports' offset must be between 0 and " + HIGHEST_OFFSET + ": " + offset);
    }
  }

  public int postgres() {
    return 15_432 + offset;
  }

  public int keycloak() {
    return 18_080 + offset;
  }

  public int keycloakManagement() {
    return 19_000 + offset;
  }

  public int store() {
    return 17_480 + offset;
  }

  public int monitor() {
    return 13_300 + offset;
  }

  public int monitorV1() {
    return 16_789 + offset;
  }

  public int service(int base) {
    return base + offset;
  }

  /** Refuses with the first port of the given ones on which somebody already listens. */
  public static void requireFree(Map<String, Integer> wanted) {
    for (var port : new LinkedHashMap<>(wanted).entrySet()) {
      if (taken(port.getValue())) {
        throw new Refusal(
            Exit.PORT_TAKEN,
            "Port "
                + port.getValue()
                + ", which "
                + port.getKey()
                + " needs, is taken"
                + Listener.on(port.getValue()).map(who -> " by " + who).orElse("")
                + ": stop that process, or choose other ports with --ports-offset.");
      }
    }
  }

  private static boolean taken(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
