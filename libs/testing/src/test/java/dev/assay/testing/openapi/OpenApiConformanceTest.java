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
import org.junit.jupiter.params.provider.ValueSource;

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
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: limit, in: query, schema: {type: integer, maximum: 200}}
                responses:
                  "200":
                    description: A note.
                    content:
                      application/json: {schema: {$ref: "#/components/schemas/Note"}}
            /dated:
              get:
                responses:
                  "200":
                    description: A note with its date.
                    content:
                      application/json: {schema: {$ref: "#/components/schemas/DatedNote"}}
            /either:
              get:
                responses:
                  "200":
                    description: A note, a dated note or nothing.
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [found]
                          properties:
                            found:
                              oneOf:
                                - $ref: "#/components/schemas/DatedNote"
                                - $ref: "#/components/schemas/Note"
                                - type: "null"
            /bare:
              get:
                responses:
                  "200":
                    description: An object of no documented property.
                    content:
                      application/json: {schema: {type: [object, "null"]}}
          components:
            schemas:
              DatedNote:
                allOf:
                  - $ref: "#/components/schemas/Note"
                  - type: object
                    required: [date]
                    properties: {date: {type: string}}
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
    ask("/notes/1", status, "application/json", body);
  }

  private static void ask(String path, int status, String mediaType, String body) {
    SERVER.stubFor(
        WireMock.get(path)
            .willReturn(
                WireMock.aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", mediaType)
                    .withBody(body)));
    given().baseUri(SERVER.baseUrl()).filter(KIT).get(path);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dated | {\"text\":\"a\",\"date\":\"b\"}",
        "/either | {\"found\":{\"text\":\"a\"}}",
        "/either | {\"found\":{\"text\":\"a\",\"date\":\"b\"}}",
        "/either | {\"found\":null}",
        "/bare | {}"
      })
  void passesSchemasThatArePutTogether(String path, String body) {
    assertThatCode(() -> ask(path, 200, "application/json", body)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dated | {\"text\":\"a\",\"date\":\"b\",\"secret\":\"c\"}",
        "/dated | {\"date\":\"b\"}",
        "/dated | {\"text\":\"a\"}",
        "/either | {\"found\":{\"text\":\"a\",\"secret\":\"c\"}}",
        "/either | {\"found\":{\"text\":\"a\",\"date\":\"b\",\"secret\":\"c\"}}",
        "/bare | {\"secret\":\"c\"}",
        "/nowhere | {}"
      })
  void catchesWhatNoPartOfThemDocuments(String path, String body) {
    assertThatThrownBy(() -> ask(path, 200, "application/json", body))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void catchesAnotherMediaType() {
    assertThatThrownBy(() -> ask("/notes/1", 200, "text/html", "<p>a</p>"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void catchesAnAcceptedRequestThatTheDocumentForbids() {
    SERVER.stubFor(
        WireMock.get(WireMock.urlPathEqualTo("/notes/2"))
            .willReturn(WireMock.okJson("{\"text\":\"a\"}")));

    assertThatCode(() -> given().baseUri(SERVER.baseUrl()).filter(KIT).get("/notes/2?limit=200"))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> given().baseUri(SERVER.baseUrl()).filter(KIT).get("/notes/2?limit=201"))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{example: {}}", "{schema: {}}"})
  void refusesADocumentThatSaysNothingOfAnAnswer(String content) {
    String document =
        """
        openapi: 3.1.0
        info: {title: Sample, version: "1"}
        paths:
          /notes:
            get:
              responses:
                "200": {description: Notes., content: {application/json: %s}}
        """
            .formatted(content);

    assertThatThrownBy(() -> OpenApiConformance.of(document))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("get /notes 200");
  }
}
