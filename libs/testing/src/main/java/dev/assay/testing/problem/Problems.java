package dev.assay.testing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;

/** Assertions on problem documents. */
public final class Problems {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  /** The body of an answer that must be this problem. */
  public static JsonNode expect(Response answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    JsonNode body = parse(answer);
    assertThat(body.path("type").asText()).isEqualTo("/problems/" + slug);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("title").asText()).isNotBlank();
    assertThat(body.path("detail").asText()).isNotBlank();
    assertThat(body.path("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.asString()).doesNotContain("\tat ", "Exception");
    return body;
  }

  /**
   * The body of a 400 that must name these fields, and no others.
   *
   * @param pointers JSON Pointers, such as {@code /periodFrom}
   */
  public static JsonNode expectFields(Response answer, String slug, String... pointers) {
    JsonNode body = expect(answer, 400, slug);
    assertThat(body.path("errors").findValuesAsText("pointer"))
        .as(answer.asString())
        .containsExactlyInAnyOrder(pointers);
    for (JsonNode error : body.path("errors")) {
      assertThat(error.path("detail").asText()).as(answer.asString()).isNotBlank();
    }
    return body;
  }

  /** Fails unless two answers differ in nothing but the request's id: neither gives away more. */
  public static void expectSame(Response one, Response other) {
    assertThat(one.statusCode()).isEqualTo(other.statusCode());
    assertThat(one.contentType()).isEqualTo(other.contentType());
    assertThat(withoutRequestId(one)).isEqualTo(withoutRequestId(other));
  }

  /** An answer without what may differ between two requests for things one may not see. */
  public static JsonNode withoutRequestId(Response answer) {
    ObjectNode body = parse(answer).deepCopy();
    body.remove("requestId");
    return body;
  }

  private static JsonNode parse(Response answer) {
    try {
      return JSON.readTree(answer.asString());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError("not a problem document: " + answer.asString(), notJson);
    }
  }
}
