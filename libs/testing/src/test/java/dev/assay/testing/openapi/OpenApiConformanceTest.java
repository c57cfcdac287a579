package dev.assay.testing.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiConformanceTest {

  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  private static final OpenApiConformance KIT =
      OpenApiConformance.of(
          """
          openapi: 3.1.0
          info: {title: Sample, version: "1"}
          paths:
            /notes/{id}:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses:
                  "200":
                    description: A note.
                    content:
                      application/json: {schema: {$ref: "#/components/schemas/Note"}}
          components:
            schemas:
              Note:
                type: object
                required: [text]
                properties: {text: {type: string}}
          """);

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  private static void ask(int status, String body) {
    SERVER.stubFor(
        WireMock.get("/notes/1")
            .willReturn(
                WireMock.aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(body)));
    given().baseUri(SERVER.baseUrl()).filter(KIT).get("/notes/1");
  }

  @Test
  void passesWhatIsDocumented() {
    assertThatCode(() -> ask(200, "{\"text\":\"a\"}")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"text\":\"a\",\"secret\":\"b\"}",
        "200 | {}",
        "200 | {\"text\":5}",
        "418 | {\"text\":\"a\"}"
      })
  void catchesWhatIsNot(int status, String body) {
    assertThatThrownBy(() -> ask(status, body)).isInstanceOf(AssertionError.class);
  }
}
