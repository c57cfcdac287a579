package dev.assay.readiness;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.readiness.world.ApiDocument;
import org.junit.jupiter.api.Test;

/** The kit that checks answers catches what the document does not list. */
class ReadinessConformanceTest {

  private static final String PATH =
      "/v1/clients/01937f6e-0000-7000-8000-0000000000c1/years/2026/views/404";

  private final ApiDocument document = ApiDocument.of("readiness");

  @Test
  void takesAProblem() {
    document.lists(PATH, 404, "application/problem+json", problem(""));
  }

  @Test
  void catchesAPropertyThatIsNotListed() {
    assertThatThrownBy(
            () ->
                document.lists(
                    PATH, 404, "application/problem+json", problem(",\"stackTrace\":\"x\"")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void catchesAStatusThatIsNotListed() {
    assertThatThrownBy(() -> document.lists(PATH, 418, "application/problem+json", problem("")))
        .isInstanceOf(AssertionError.class);
  }

  private static String problem(String more) {
    return """
    {"type":"/problems/x","title":"t","status":404,"detail":"d","requestId":"r"%s}
    """
        .formatted(more);
  }
}
