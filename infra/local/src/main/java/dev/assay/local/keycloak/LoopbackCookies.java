package dev.assay.local.keycloak;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends Secure cookies over plain HTTP too, as browsers do to loopback addresses; java.net does not
 * know that exception.
 */
public final class LoopbackCookies extends CookieHandler {

  private final CookieManager cookies;

  public LoopbackCookies() {
    this.cookies = new CookieManager();
  }

  @Override
  public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
      throws IOException {
    return cookies.get(uri, headers);
  }

  @Override
  public void put(URI uri, Map<String, List<String>> headers) throws IOException {
    cookies.put(
        uri,
        headers.entrySet().stream()
            .filter(header -> header.getKey() != null)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    header ->
                        header.getValue().stream()
                            .map(value -> value.replaceAll("(?i);\\s*secure\\b", ""))
                            .toList())));
  }
}
