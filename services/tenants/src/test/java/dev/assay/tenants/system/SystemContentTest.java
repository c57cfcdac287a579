package dev.assay.tenants.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.system.InScopeSystem.Hosting;
import dev.assay.tenants.system.InScopeSystem.Kind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SystemContentTest {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  private static final SystemDescription LEDGER =
      new SystemDescription(
          "General ledger",
          Kind.APPLICATION,
          Hosting.ON_PREMISES,
          "All journal entries.",
          "Revenue",
          "Ledger Works (demo)",
          null,
          ONE);
  private static final SystemContent CONTENT = new SystemContent(LEDGER, Set.of(ONE), Set.of(TWO));

  static Stream<SystemContent> whatTouchesScope() {
    return Stream.of(
        described("Ledger", Kind.APPLICATION, Hosting.ON_PREMISES, "All journal entries."),
        described("General ledger", Kind.CLOUD, Hosting.ON_PREMISES, "All journal entries."),
        described("General ledger", Kind.APPLICATION, Hosting.CLOUD, "All journal entries."),
        described("General ledger", Kind.APPLICATION, Hosting.ON_PREMISES, "Some of them."),
        with(null, "Ledger Works (demo)", null, ONE),
        with("Revenue", "Another vendor (demo)", null, ONE),
        with("Revenue", null, null, ONE),
        new SystemContent(LEDGER, Set.of(), Set.of(TWO)),
        new SystemContent(LEDGER, Set.of(ONE), Set.of()),
        new SystemContent(LEDGER, Set.of(TWO), Set.of(ONE)));
  }

  @ParameterizedTest
  @MethodSource("whatTouchesScope")
  void meansSomethingElseForScope(SystemContent other) {
    assertThat(CONTENT.meansTheSameForScopeAs(other)).isFalse();
    assertThat(other.meansTheSameForScopeAs(CONTENT)).isFalse();
  }

  @Test
  void ownerAndVendorsRecordLeaveScopeAlone() {
    for (SystemContent other :
        List.of(
            with("Revenue", "Ledger Works (demo)", null, TWO),
            with("Revenue", "Ledger Works (demo)", null, null),
            with("Revenue", "Ledger Works (demo)", TWO, ONE))) {
      assertThat(CONTENT.meansTheSameForScopeAs(other)).isTrue();
      assertThat(CONTENT).isNotEqualTo(other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ON_PREMISES, CLOUD, CLOUD_MOVE",
    "ON_PREMISES, SAAS, CLOUD_MOVE",
    "HOSTED, CLOUD, CLOUD_MOVE",
    "ON_PREMISES, HOSTED, OTHER",
    "CLOUD, SAAS, OTHER",
    "SAAS, ON_PREMISES, OTHER",
    "CLOUD, CLOUD, OTHER"
  })
  void aMoveToSomebodyElsesGroundIsACloudMove(Hosting before, Hosting after, ChangeKind kind) {
    assertThat(ChangeKind.between(hosted(before, "One"), hosted(after, "One"))).isEqualTo(kind);
  }

  @Test
  void anotherVendorIsAVendorChangeUnlessTheSystemMoves() {
    assertThat(ChangeKind.between(hosted(Hosting.SAAS, "One"), hosted(Hosting.SAAS, "Two")))
        .isEqualTo(ChangeKind.VENDOR_CHANGE);
    assertThat(ChangeKind.between(hosted(Hosting.SAAS, null), hosted(Hosting.SAAS, "Two")))
        .isEqualTo(ChangeKind.VENDOR_CHANGE);
    assertThat(ChangeKind.between(hosted(Hosting.HOSTED, "One"), hosted(Hosting.SAAS, "Two")))
        .isEqualTo(ChangeKind.CLOUD_MOVE);
  }

  private static SystemDescription hosted(Hosting hosting, String vendor) {
    return new SystemDescription(
        "General ledger", Kind.APPLICATION, hosting, "All.", null, vendor, null, null);
  }

  private static SystemContent described(
      String name, Kind kind, Hosting hosting, String rationale) {
    return new SystemContent(
        new SystemDescription(
            name, kind, hosting, rationale, "Revenue", "Ledger Works (demo)", null, ONE),
        Set.of(ONE),
        Set.of(TWO));
  }

  private static SystemContent with(String supports, String vendor, UUID vendorId, UUID owner) {
    return new SystemContent(
        new SystemDescription(
            "General ledger",
            Kind.APPLICATION,
            Hosting.ON_PREMISES,
            "All journal entries.",
            supports,
            vendor,
            vendorId,
            owner),
        Set.of(ONE),
        Set.of(TWO));
  }
}
