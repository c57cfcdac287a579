package dev.assay.testing.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.stream.Collectors;

/**
 * A REST-assured filter that holds every answer against the service's own OpenAPI document, with
 * its schemas closed. Requests are not judged: tests send bad ones on purpose.
 */
public final class OpenApiConformance implements Filter {

  private final OpenApiInteractionValidator validator;

  private OpenApiConformance(OpenApiInteractionValidator validator) {
    this.validator = validator;
  }

  /** Of the document that the service under test serves now. */
  public static OpenApiConformance ofRunningService() {
    return of(RestAssured.get("/q/openapi").asString());
  }

  /** Of this document (YAML or JSON). */
  public static OpenApiConformance of(String document) {
    var yaml = new YAMLMapper();
    try {
      JsonNode tree = yaml.readTree(document);
      ClosedDocument.close(tree);
      return new OpenApiConformance(
          OpenApiInteractionValidator.createForInlineApiSpecification(yaml.writeValueAsString(tree))
              .build());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("not an OpenAPI document", unreadable);
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification response,
      FilterContext context) {
    Response answer = context.next(request, response);
    String path = URI.create(request.getURI()).getPath();
    check(request.getMethod(), path, answer);
    return answer;
  }

  private void check(String method, String path, Response answer) {
    var response = SimpleResponse.Builder.status(answer.statusCode());
    for (Header header : answer.headers()) {
      response.withHeader(header.getName(), header.getValue());
    }
    if (answer.contentType().contains("json")) {
      response.withBody(answer.asString());
    }
    String failures =
        validator
            .validateResponse(path, Request.Method.valueOf(method), response.build())
            .getMessages()
            .stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .map(message -> message.getKey() + ": " + message.getMessage())
            .collect(Collectors.joining("\n"));
    if (!failures.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d outside its OpenAPI document:%n%s%n%s"
              .formatted(method, path, answer.statusCode(), failures, answer.asString()));
    }
  }
}
