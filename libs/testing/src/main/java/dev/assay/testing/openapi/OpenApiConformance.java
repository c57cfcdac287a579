package dev.assay.testing.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A REST-assured filter that holds every answer against the service's own OpenAPI document, with
 * its schemas closed. Tests send bad requests on purpose, so a request is judged only when the
 * service accepted it: what the document forbids must not get a 2xx.
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
      requireSchemas(tree);
      ClosedDocument.close(tree);
      return new OpenApiConformance(
          OpenApiInteractionValidator.createForInlineApiSpecification(yaml.writeValueAsString(tree))
              .build());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("not an OpenAPI document", unreadable);
    }
  }

  /** An answer without a schema would pass whatever it holds. */
  private static void requireSchemas(JsonNode document) {
    List<String> without = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        for (var answer : operation.getValue().path("responses").properties()) {
          for (var content : answer.getValue().path("content").properties()) {
            if (content.getValue().path("schema").isEmpty()) {
              without.add(operation.getKey() + " " + path.getKey() + " " + answer.getKey());
            }
          }
        }
      }
    }
    if (!without.isEmpty()) {
      throw new AssertionError("The document says nothing of these answers: " + without);
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification response,
      FilterContext context) {
    Response answer = context.next(request, response);
    URI uri = URI.create(request.getURI());
    List<ValidationReport.Message> found =
        new ArrayList<>(
            validator
                .validateResponse(
                    uri.getPath(), Request.Method.valueOf(request.getMethod()), received(answer))
                .getMessages());
    if (answer.statusCode() / 100 == 2) {
      found.addAll(validator.validateRequest(sent(request, uri)).getMessages());
    }
    String failures =
        found.stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .map(message -> message.getKey() + ": " + message.getMessage())
            .collect(Collectors.joining("\n"));
    if (!failures.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d outside its OpenAPI document:%n%s%n%s"
              .formatted(
                  request.getMethod(),
                  uri.getPath(),
                  answer.statusCode(),
                  failures,
                  isJson(answer.contentType()) ? answer.asString() : answer.contentType()));
    }
    return answer;
  }

  private static SimpleResponse received(Response answer) {
    var response = SimpleResponse.Builder.status(answer.statusCode());
    for (Header header : answer.headers()) {
      response.withHeader(header.getName(), header.getValue());
    }
    if (isJson(answer.contentType())) {
      response.withBody(answer.asString());
    }
    return response.build();
  }

  private static SimpleRequest sent(FilterableRequestSpecification request, URI uri) {
    var sent = new SimpleRequest.Builder(request.getMethod(), uri.getPath());
    for (Header header : request.getHeaders()) {
      sent.withHeader(header.getName(), header.getValue());
    }
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        sent.withQueryParam(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    Object body = request.getBody();
    if (body != null) {
      // The client itself counts the bytes, after this filter.
      sent.withHeader("Content-Length", "1").withBody(body.toString());
    }
    return sent.build();
  }

  private static boolean isJson(String contentType) {
    return contentType.contains("json");
  }
}
