package dev.assay.local.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreAccessTest {
  @Test
  void isEmptyWhenTheEnvironmentNamesNoStore() {
    assertThat(StoreAccess.fromEnvironment(Map.of())).isEmpty();
  }

  @Test
  void saysWhichSettingOfAnotherStoreIsMissing() {
    assertThatThrownBy(
            () ->
                StoreAccess.fromEnvironment(
                    Map.of(
                        "ASSAY_STORE_ENDPOINT", "https://s3.example",
                        "ASSAY_STORE_ROOT_ACCESS_KEY", "key")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("ASSAY_STORE_ROOT_SECRET_KEY must be set");
  }

  @Test
  void neverPrintsSecretKeys() {
    assertThat(new StoreAccess.Keys("access", "very-secret").toString())
        .doesNotContain("very-secret");
  }
}
