package dev.assay.testing.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  private static final String GOOD =
      """
      {"type": "/problems/invalid-request", "title": "Invalid", "status": 400, "detail": "Mend it.",
       "requestId": "r1", "errors": [{"pointer": "/text", "detail": "must not be blank"}]}
      """;

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  private static Response answer(int status, String mediaType, String requestId, String body) {
    SERVER.stubFor(
        WireMock.get("/")
            .willReturn(
                WireMock.aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", mediaType)
                    .withHeader("X-Request-Id", requestId)
                    .withBody(body)));
    return given().baseUri(SERVER.baseUrl()).get("/");
  }

  private static Response problem(String body) {
    return answer(400, "application/problem+json", "r1", body);
  }

  @Test
  void takesAWholeProblem() {
    assertThatCode(() -> Problems.expectFields(problem(GOOD), "invalid-request", "/text"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "/problems/invalid-request | /problems/other",
        "\"status\": 400 | \"status\": 404",
        "\"title\": \"Invalid\" | \"title\": \"\"",
        "\"detail\": \"Mend it.\" | \"detail\": \"java.lang.IllegalStateException\"",
        "\"requestId\": \"r1\" | \"requestId\": \"r2\"",
        "/text | /other",
        "must not be blank | ''"
      })
  void catchesAFieldThatIsWrong(String right, String wrong) {
    Response broken = problem(GOOD.replace(right, wrong == null ? "" : wrong));

    assertThatThrownBy(() -> Problems.expectFields(broken, "invalid-request", "/text"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void catchesAnotherStatusAndMediaType() {
    Response status = answer(422, "application/problem+json", "r1", GOOD);
    assertThatThrownBy(() -> Problems.expect(status, 400, "invalid-request"))
        .isInstanceOf(AssertionError.class);
    Response mediaType = answer(400, "application/json", "r1", GOOD);
    assertThatThrownBy(() -> Problems.expect(mediaType, 400, "invalid-request"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void findsTwoAnswersTheSameWhenOnlyTheRequestDiffers() {
    Response one = problem(GOOD);
    Response another = problem(GOOD.replace("r1", "r2"));
    Response tells = problem(GOOD.replace("Mend it.", "It is another client's."));

    assertThatCode(() -> Problems.expectSame(one, another)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Problems.expectSame(one, tells)).isInstanceOf(AssertionError.class);
  }
}
