package dev.assay.tenants.applicability;

import static dev.assay.tenants.applicability.EntityKind.ACCOUNTING_FIRM;
import static dev.assay.tenants.applicability.EntityKind.FOREIGN_PRIVATE_ISSUER;
import static dev.assay.tenants.applicability.EntityKind.IPO_PREPARATION;
import static dev.assay.tenants.applicability.EntityKind.ISSUER;
import static dev.assay.tenants.applicability.EntityKind.SERVICE_PROVIDER;
import static dev.assay.tenants.applicability.EntityKind.WHOLLY_OWNED_SUBSIDIARY;
import static dev.assay.tenants.applicability.Provision.SECTION_302;
import static dev.assay.tenants.applicability.Provision.SECTION_404A;
import static dev.assay.tenants.applicability.Provision.SECTION_404B;
import static dev.assay.tenants.applicability.Provision.SECTION_802_1519;
import static dev.assay.tenants.applicability.Provision.SECTION_802_1520;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.http.problem.FieldError;
import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicabilityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final ApplicabilityTable TABLE = ApplicabilityTable.inForceOn(DAY).orElseThrow();

  private static EntityKindPeriod since(EntityKind kind, String from) {
    return new EntityKindPeriod(kind, LocalDate.parse(from), null);
  }

  private static EntityKindPeriod during(EntityKind kind, String from, String to) {
    return new EntityKindPeriod(kind, LocalDate.parse(from), LocalDate.parse(to));
  }

  private static FilerYearBasis year(
      String end, FilerStatus status, boolean management, boolean auditor) {
    return new FilerYearBasis(
        LocalDate.parse(end), "filer-status-2022", status, management, auditor);
  }

  private static ProvisionAnswer answer(
      Provision provision, List<EntityKindPeriod> kinds, FilerYearBasis... years) {
    return Applicability.on(DAY, kinds, List.of(years), TABLE).stream()
        .filter(answer -> answer.provision() == provision)
        .findFirst()
        .orElseThrow();
  }

  /** The table of the law as people wrote it down, to be read beside the data. */
  @ParameterizedTest
  @CsvSource({
    "ISSUER,                  APPLIES BY_STATUS BY_STATUS APPLIES APPLIES NOT APPLIES",
    "WHOLLY_OWNED_SUBSIDIARY, THROUGH THROUGH   THROUGH   THROUGH APPLIES NOT THROUGH",
    "FOREIGN_PRIVATE_ISSUER,  APPLIES BY_STATUS BY_STATUS APPLIES APPLIES NOT APPLIES",
    "IPO_PREPARATION,         NOT_YET NOT_YET   NOT_YET   NOT_YET APPLIES NOT NOT_YET",
    "ACCOUNTING_FIRM,         NOT     NOT       APPLIES   NOT     APPLIES APPLIES NOT",
    "SERVICE_PROVIDER,        THROUGH THROUGH   THROUGH   NOT     APPLIES NOT NOT"
  })
  void theTableSaysWhatTheLawSays(EntityKind kind, String expected) {
    String said =
        Arrays.stream(Provision.values())
            .map(provision -> TABLE.entry(kind, provision).effect())
            .map(
                effect ->
                    switch (effect) {
                      case APPLIES -> "APPLIES";
                      case BY_FILER_STATUS -> "BY_STATUS";
                      case NOT_YET -> "NOT_YET";
                      case THROUGH_OTHERS -> "THROUGH";
                      case DOES_NOT_APPLY -> "NOT";
                    })
            .collect(Collectors.joining(" "));

    assertThat(said).isEqualTo(expected.replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @EnumSource(EntityKind.class)
  void everyEntryNamesItsSource(EntityKind kind) {
    for (Provision provision : Provision.values()) {
      assertThat(TABLE.entry(kind, provision).source())
          .as("%s of %s", provision, kind)
          .containsPattern("USC|CFR|AS \\d");
      assertThat(TABLE.entry(kind, provision).because()).endsWith(".");
    }
  }

  @Test
  void nothingButThatWhichBindsAnyoneIsKnownOfAnUnrecordedClient() {
    for (ProvisionAnswer answer : Applicability.on(DAY, List.of(), List.of(), TABLE)) {
      assertThat(answer.effect())
          .as("%s", answer.provision())
          .isEqualTo(answer.provision() == SECTION_802_1519 ? Effect.APPLIES : Effect.UNKNOWN);
    }
  }

  @Test
  void theStrongestOfSeveralKindsWinsAndAllGiveTheirReasons() {
    ProvisionAnswer answer =
        answer(
            SECTION_302,
            List.of(since(SERVICE_PROVIDER, "2010-01-01"), since(ISSUER, "2020-05-01")));

    assertThat(answer.effect()).isEqualTo(Effect.APPLIES);
    assertThat(answer.from()).isEqualTo(LocalDate.of(2020, 5, 1));
    assertThat(answer.reasons())
        .extracting(ApplicabilityReason::kind)
        .containsExactly(ISSUER, SERVICE_PROVIDER);
  }

  @Test
  void aKindCountsOnTheDaysOnWhichItHolds() {
    var ended = during(ISSUER, "2020-05-01", "2026-11-22");
    var last = during(ISSUER, "2020-05-01", "2026-11-23");
    var coming = since(ISSUER, "2026-11-24");

    assertThat(answer(SECTION_302, List.of(ended)).effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(answer(SECTION_302, List.of(last)).effect()).isEqualTo(Effect.APPLIES);
    assertThat(answer(SECTION_302, List.of(coming)).effect()).isEqualTo(Effect.UNKNOWN);
  }

  @Test
  void noProvisionBindsBeforeItCameIntoForce() {
    assertThat(answer(SECTION_302, List.of(since(ISSUER, "1990-01-01"))).from())
        .isEqualTo(LocalDate.of(2002, 8, 29));
  }

  @Test
  void filerStatusTellsSection404() {
    var issuer = List.of(since(ISSUER, "2010-01-01"));
    var large = year("2026-12-31", FilerStatus.LARGE_ACCELERATED, true, true);
    var small = year("2026-12-31", FilerStatus.NON_ACCELERATED, true, false);
    var young = year("2026-12-31", FilerStatus.NEWLY_PUBLIC, false, false);
    var none = year("2026-12-31", FilerStatus.NOT_A_FILER, false, false);

    assertThat(answer(SECTION_404B, issuer, large).effect()).isEqualTo(Effect.APPLIES);
    assertThat(answer(SECTION_404A, issuer, small).effect()).isEqualTo(Effect.APPLIES);
    assertThat(answer(SECTION_404B, issuer, small).effect()).isEqualTo(Effect.DOES_NOT_APPLY);
    assertThat(answer(SECTION_404A, issuer, young).effect()).isEqualTo(Effect.NOT_YET);
    assertThat(answer(SECTION_404B, issuer, young).effect()).isEqualTo(Effect.NOT_YET);
    assertThat(answer(SECTION_404A, issuer, none).effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(answer(SECTION_404A, issuer).effect()).isEqualTo(Effect.UNKNOWN);
  }

  @Test
  void attestationAppliesSinceTheFirstYearOfAnUnbrokenRun() {
    var issuer = List.of(since(ISSUER, "2010-01-01"));

    ProvisionAnswer answer =
        answer(
            SECTION_404B,
            issuer,
            year("2022-12-31", FilerStatus.ACCELERATED, true, true),
            year("2023-12-31", FilerStatus.NON_ACCELERATED, true, false),
            year("2024-12-31", FilerStatus.ACCELERATED, true, true),
            year("2025-12-31", FilerStatus.ACCELERATED, true, true),
            year("2026-12-31", FilerStatus.LARGE_ACCELERATED, true, true),
            year("2027-12-31", FilerStatus.NON_ACCELERATED, true, false));

    assertThat(answer.from()).isEqualTo(LocalDate.of(2024, 12, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-22, UNKNOWN",
    "2025-11-23, APPLIES",
    "2026-11-22, APPLIES",
    "2026-11-23, APPLIES",
    "2027-11-22, APPLIES",
    "2027-11-23, UNKNOWN"
  })
  void aProfileTellsItsOwnYearAndUntilTheNextHasEnded(String yearEnd, Effect effect) {
    assertThat(
            answer(
                    SECTION_404A,
                    List.of(since(ISSUER, "2010-01-01")),
                    year(yearEnd, FilerStatus.ACCELERATED, true, true))
                .effect())
        .isEqualTo(effect);
  }

  @Test
  void section1520BindsAccountantsAndSection1519Anyone() {
    for (EntityKind kind : EntityKind.values()) {
      var kinds = List.of(since(kind, "2010-01-01"));
      assertThat(answer(SECTION_802_1519, kinds).effect()).isEqualTo(Effect.APPLIES);
      assertThat(answer(SECTION_802_1520, kinds).effect())
          .isEqualTo(kind == ACCOUNTING_FIRM ? Effect.APPLIES : Effect.DOES_NOT_APPLY);
    }
  }

  @Test
  void theOrderOfKindsAndYearsIsNothing() {
    List<EntityKindPeriod> kinds = new ArrayList<>();
    for (EntityKind kind : EntityKind.values()) {
      kinds.add(since(kind, "201%d-01-01".formatted(kinds.size())));
    }
    List<FilerYearBasis> years = new ArrayList<>();
    for (int year = 2021; year < 2028; year++) {
      years.add(year(year + "-12-31", FilerStatus.ACCELERATED, year != 2022, year % 3 != 0));
    }
    List<ProvisionAnswer> answers = Applicability.on(DAY, kinds, years, TABLE);
    var random = new Random(802);
    for (int i = 0; i < 200; i++) {
      Collections.shuffle(kinds, random);
      Collections.shuffle(years, random);
      assertThat(Applicability.on(DAY, kinds, years, TABLE)).isEqualTo(answers);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ISSUER, 2020-01-01, 2021-12-31, ISSUER, 2021-12-31, , /kinds/1",
    "ISSUER, 2020-01-01, 2021-12-31, ISSUER, 2022-01-01, , ''",
    "ISSUER, 2020-01-01, , FOREIGN_PRIVATE_ISSUER, 2026-01-01, , /kinds/1",
    "FOREIGN_PRIVATE_ISSUER, 2022-01-01, , ISSUER, 2020-01-01, 2022-01-01, /kinds/1",
    "ISSUER, 2020-01-01, , IPO_PREPARATION, 2026-01-01, , ''",
    "ISSUER, 2020-01-01, , ACCOUNTING_FIRM, 2026-01-01, 2025-12-31, /kinds/1/to",
    "ISSUER, 0020-01-01, , ACCOUNTING_FIRM, 2026-01-01, , /kinds/0/from"
  })
  void kindsThatCannotHoldTogetherAreRefused(
      EntityKind one,
      LocalDate from,
      @Nullable LocalDate to,
      EntityKind other,
      LocalDate otherFrom,
      @Nullable LocalDate otherTo,
      String pointer) {
    List<FieldError> flaws =
        EntityKindsFlaws.of(
            List.of(
                new EntityKindPeriod(one, from, to),
                new EntityKindPeriod(other, otherFrom, otherTo)));

    assertThat(flaws.stream().map(FieldError::pointer).collect(Collectors.joining()))
        .isEqualTo(pointer);
  }

  @Test
  void aSubsidiaryThatPreparesAnIpoIsBoundThroughItsParentAndNotYetItself() {
    ProvisionAnswer answer =
        answer(
            SECTION_302,
            List.of(
                since(WHOLLY_OWNED_SUBSIDIARY, "2015-01-01"),
                since(IPO_PREPARATION, "2026-06-01"),
                during(FOREIGN_PRIVATE_ISSUER, "2010-01-01", "2011-01-01")));

    assertThat(answer.effect()).isEqualTo(Effect.NOT_YET);
    assertThat(answer.from()).isNull();
    assertThat(answer.reasons())
        .extracting(ApplicabilityReason::effect)
        .containsExactly(Effect.THROUGH_OTHERS, Effect.NOT_YET);
  }
}
