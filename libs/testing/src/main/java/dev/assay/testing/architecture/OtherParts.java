package dev.assay.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Types whose calls leave this process: REST clients, S3, HTTP, Keycloak. */
final class OtherParts {

  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  private static final Set<String> BY_NAME =
      Set.of(
          "java.net.http.HttpClient",
          "java.net.URLConnection",
          "java.net.HttpURLConnection",
          "java.net.Socket",
          "jakarta.ws.rs.client.Client",
          "jakarta.ws.rs.client.WebTarget",
          "jakarta.ws.rs.client.Invocation$Builder",
          "io.vertx.core.http.HttpClient",
          "io.vertx.ext.web.client.WebClient",
          "io.vertx.mutiny.ext.web.client.WebClient",
          "io.quarkus.oidc.client.OidcClient");

  private OtherParts() {}

  static boolean isOne(JavaClass type) {
    return type.isAnnotatedWith(REST_CLIENT)
        || BY_NAME.contains(type.getName())
        || isAwsClient(type)
        || isBuiltRestClient(type);
  }

  private static boolean isAwsClient(JavaClass type) {
    return type.getPackageName().startsWith("software.amazon.awssdk.")
        && (type.getSimpleName().endsWith("Client")
            || type.getSimpleName().endsWith("TransferManager")
            || type.getSimpleName().endsWith("Presigner"));
  }

  /** An interface with HTTP methods that none of our classes implements is called, not served. */
  private static boolean isBuiltRestClient(JavaClass type) {
    return type.isInterface()
        && type.getAllSubclasses().isEmpty()
        && type.getMethods().stream().anyMatch(Operations::servesHttpMethod);
  }
}
