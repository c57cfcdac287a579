package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.local.demo.MainJob;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A technician takes a client from onboarding to a first 404 view, with nothing faked. */
@Order(1)
@ExtendWith(RealStack.class)
class MainJobE2ET {

  private static final Set<String> CONCLUDED = Set.of("AM-04", "AM-05", "CM-01");

  private final RealStack real;
  private final MainJob.Made made;

  MainJobE2ET(RealStack real) {
    this.real = real;
    this.made = real.made();
  }

  @Test
  void theExecutiveSeesExactlyWhatIsLeft() {
    JsonNode view =
        real.as("executive")
            .get(
                "readiness",
                "/v1/clients/%s/years/%d/views/404".formatted(made.clientId(), made.fiscalYear()))
            .expect(200)
            .body();

    Set<String> left = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (JsonNode blocker : view.path("blockers")) {
      if (blocker.path("code").asText().equals("KEY_CONTROL_UNTESTED")) {
        left.add(blocker.path("controlId").asText());
      } else {
        others.add(blocker.path("code").asText());
      }
    }
    assertThat(view.path("state").asText()).isEqualTo("CANNOT_CONCLUDE");
    assertThat(left).isEqualTo(keyControlsWithoutConclusion());
    assertThat(others).containsExactly("SCOPING_NOT_APPROVED");
  }

  @Test
  void theTechnicianSeesWhoConcludedWhatOnWhichEvidence() {
    for (MainJob.SealedFile file : made.files()) {
      String path =
          "/v1/clients/%s/years/%d/controls/%s"
              .formatted(made.clientId(), made.fiscalYear(), file.controlId());
      JsonNode control = real.as("technician").get("controls", path).expect(200).body();
      JsonNode conclusions =
          real.as("technician").get("controls", path + "/conclusions").expect(200).body();

      assertThat(control.path("status").asText()).isEqualTo("EFFECTIVE");
      assertThat(conclusions.path("items")).hasSize(1);
      assertThat(conclusions.toString()).contains(file.fileId().toString(), file.sha256());
    }
  }

  private Set<String> keyControlsWithoutConclusion() {
    Set<String> keys = new TreeSet<>();
    String next = "/v1/library/controls?limit=200";
    for (JsonNode control :
        real.as("technician").get("controls", next).expect(200).body().path("items")) {
      if (control.path("key").asBoolean()
          && !CONCLUDED.contains(control.path("controlId").asText())) {
        keys.add(control.path("controlId").asText());
      }
    }
    assertThat(keys).hasSizeBetween(38, 41);
    return keys;
  }
}
