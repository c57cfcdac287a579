package dev.assay.readiness.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An OpenAPI document, closed: a property that it does not list is an error. */
public final class ApiDocument {

  private final OpenApiInteractionValidator validator;

  private ApiDocument(OpenApiInteractionValidator validator) {
    this.validator = validator;
  }

  /** The committed document of a service. */
  public static ApiDocument of(String service) {
    try {
      JsonNode document =
          new ObjectMapper(new YAMLFactory())
              .readTree(Path.of("../../openapi", service + ".yaml").toFile());
      document.at("/components/schemas").forEach(ApiDocument::close);
      return new ApiDocument(
          OpenApiInteractionValidator.createForInlineApiSpecification(document.toString()).build());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void close(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }

  /** The answer is one that the document lists for a GET on this path. */
  public void lists(String path, Response answer) {
    lists(path, answer.statusCode(), answer.contentType(), answer.asString());
  }

  /** The answer is one that the document lists for a GET on this path. */
  public void lists(String path, int status, String contentType, String body) {
    var answer =
        SimpleResponse.Builder.status(status).withContentType(contentType).withBody(body).build();
    assertThat(validator.validateResponse(path, Request.Method.GET, answer).getMessages())
        .as("%s", body)
        .isEmpty();
  }
}
