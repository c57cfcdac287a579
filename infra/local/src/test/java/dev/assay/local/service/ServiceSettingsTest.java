package dev.assay.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.local.keycloak.Keycloak;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Ports;
import dev.assay.local.objectstore.StoreAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceSettingsTest {
  private static final Layout LAYOUT =
      new Layout(Path.of("/r"), Path.of("/r/.assay"), Path.of("/r/.assay"), new Ports(1000));
  private static final StoreAccess STORE =
      new StoreAccess(
          URI.create("http://127.0.0.1:18480"),
          "us-east-1",
          "assay-evidence",
          new StoreAccess.Keys("root-access", "root-secret"),
          new StoreAccess.Keys("upload-access", "upload-secret"));

  private static Map<String, String> environment(Service service) {
    return ServiceSettings.environment(service, LAYOUT, STORE);
  }

  @ParameterizedTest
  @EnumSource
  void tellsEveryServiceThatItIsLocalAndOnLoopbackOnly(Service service) {
    assertThat(environment(service))
        .containsEntry("ASSAY_ENVIRONMENT", "local")
        .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
        .containsEntry("QUARKUS_HTTP_PORT", String.valueOf(service.port() + 1000))
        .containsEntry("ASSAY_POSTGRES_PORT", "16432")
        .containsEntry("ASSAY_OIDC_ISSUER", "http://127.0.0.1:19080/realms/assay")
        .containsEntry("ASSAY_TENANTS_URL", "http://127.0.0.1:9101");
  }

  @ParameterizedTest
  @EnumSource
  void givesTheRootKeyToNoService(Service service) {
    assertThat(environment(service).values()).doesNotContain("root-access", "root-secret");
  }

  @Test
  void givesStoreKeysToEvidenceOnly() {
    assertThat(environment(Service.EVIDENCE))
        .containsEntry("ASSAY_STORE_EVIDENCE_ACCESS_KEY", "upload-access");
    assertThat(environment(Service.CONTROLS)).doesNotContainKey("ASSAY_STORE_EVIDENCE_ACCESS_KEY");
  }

  @Test
  void namesTheFirstOperatorToTenantsOnly() {
    assertThat(environment(Service.TENANTS))
        .containsEntry("ASSAY_BOOTSTRAP_OPERATOR_SUBJECT", "00000000-0000-4000-8000-000000000001");
    assertThat(environment(Service.READINESS))
        .doesNotContainKey("ASSAY_BOOTSTRAP_OPERATOR_SUBJECT");
  }

  @Test
  void givesTheAccountAtKeycloakToTenantsOnly() {
    assertThat(environment(Service.TENANTS)).containsEntry("ASSAY_KEYCLOAK_SECRET", "local-only");
    assertThat(environment(Service.EVIDENCE)).doesNotContainKey("ASSAY_KEYCLOAK_SECRET");
  }

  @Test
  void tellsTenantsWithWhatKeycloaksRealmWasImported() {
    assertThat(environment(Service.TENANTS)).containsAllEntriesOf(Keycloak.realm());
    assertThat(environment(Service.CONTROLS)).doesNotContainKeys("ASSAY_DIRECT_GRANTS");
  }
}
