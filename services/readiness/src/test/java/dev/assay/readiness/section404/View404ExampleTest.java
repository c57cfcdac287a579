package dev.assay.readiness.section404;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.readiness.blocker.BlockerCode;
import dev.assay.readiness.blocker.FactState;
import dev.assay.readiness.blocker.ProgrammeFact;
import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.control.Risk;
import dev.assay.readiness.control.Severity;
import dev.assay.readiness.rule.RuleSets;
import dev.assay.readiness.year.FiscalCalendar;
import dev.assay.readiness.year.SourceRead;
import dev.assay.readiness.year.YearControl;
import dev.assay.readiness.year.YearFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class View404ExampleTest {

  private static final UUID CLIENT = UUID.fromString("01937f6e-0000-7000-8000-0000000000c1");
  private static final UUID OWNER = UUID.fromString("01937f6e-0000-7000-8000-0000000000d1");
  private static final Instant READ_AT = Instant.parse("2026-11-23T09:30:00Z");

  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @Test
  void theDocumentedExampleIsWhatTheCodeAnswersToItsInputs() throws Exception {
    JsonNode example = json.readTree(View404Example.JSON);

    JsonNode answer = json.readTree(json.writeValueAsString(answer(FactState.OPEN, controls())));

    assertThat(answer.toPrettyString()).isEqualTo(example.toPrettyString());
    Recomputation.check(example);
  }

  @Test
  void anApprovedScopeBringsUpWhatNobodyHasAssessed() throws Exception {
    var effective =
        List.of(control("AM-04", "Periodic user access review", ControlStatus.EFFECTIVE));

    var answer = answer(FactState.CLEAR, effective);

    assertThat(answer.state()).isEqualTo(State404.CANNOT_CONCLUDE);
    assertThat(answer.blockers())
        .extracting(BlockerResponse::code, BlockerResponse::title)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                BlockerCode.VENDOR_SOC1_GAP,
                "Nobody has assessed whether vendors' SOC 1 reports cover the year"));
    Recomputation.check(json.readTree(json.writeValueAsString(answer)));
  }

  private static View404Response answer(FactState scoping, List<YearControl> controls) {
    var facts =
        new YearFacts(
            CLIENT,
            2026,
            new FiscalCalendar(MonthDay.of(12, 31), ZoneId.of("America/New_York")),
            controls,
            List.of(
                new ProgrammeFact(BlockerCode.SCOPING_NOT_APPROVED, scoping, "controls"),
                new ProgrammeFact(BlockerCode.VENDOR_SOC1_GAP, FactState.NOT_ASSESSED, "vendors")),
            List.of(),
            Map.of(OWNER, "Demo Control Owner"),
            List.of(
                new SourceRead(
                    "controls",
                    "/v1/clients/" + CLIENT + "/years/2026/readiness-inputs",
                    READ_AT)));
    return View404Response.of(
        View404.of(
            facts,
            RuleSets.readiness().inForceOn(LocalDate.of(2026, 12, 31)).orElseThrow(),
            READ_AT));
  }

  private static List<YearControl> controls() {
    return List.of(
        control("AM-04", "Periodic user access review", ControlStatus.EFFECTIVE),
        new YearControl(
            new ControlStanding(
                "AM-05",
                ControlStatus.REMEDIATED_AWAITING_RETEST,
                true,
                Risk.HIGH,
                Severity.MATERIAL_WEAKNESS,
                false),
            "Privileged application access is restricted and justified",
            OWNER,
            LocalDate.of(2026, 11, 20),
            UUID.fromString("01937f6e-0000-7000-8000-0000000000e1")),
        control(
            "CM-01",
            "Changes are recorded, authorised and approved before deployment",
            ControlStatus.NOT_STARTED));
  }

  private static YearControl control(String id, String title, ControlStatus status) {
    return new YearControl(
        new ControlStanding(id, status, true, Risk.HIGH, null, false), title, null, null, null);
  }
}
