package dev.assay.http.openapi;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds to every operation the error answers and headers that all of them share. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedAnswers implements OASFilter {

  private static final List<CommonProblem> ALWAYS =
      List.of(
          CommonProblem.INVALID_REQUEST,
          CommonProblem.UNAUTHENTICATED,
          CommonProblem.FORBIDDEN,
          CommonProblem.NOT_FOUND,
          CommonProblem.NOT_ACCEPTABLE,
          CommonProblem.INTERNAL_ERROR,
          CommonProblem.DEPENDENCY_UNAVAILABLE);
  private static final List<CommonProblem> ON_WRITE =
      List.of(
          CommonProblem.CONFLICT,
          CommonProblem.LENGTH_REQUIRED,
          CommonProblem.BODY_TOO_LARGE,
          CommonProblem.UNSUPPORTED_MEDIA_TYPE,
          CommonProblem.IDEMPOTENCY_KEY_REUSED);
  private static final List<CommonProblem> ON_UPDATE =
      List.of(CommonProblem.STALE_VERSION, CommonProblem.VERSION_REQUIRED);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    describeProblem(document);
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(
            item ->
                item.getOperations().forEach((method, operation) -> complete(method, operation)));
  }

  private static void complete(PathItem.HttpMethod method, Operation operation) {
    if ("describeProblem".equals(operation.getOperationId())) {
      add(operation, List.of(CommonProblem.NOT_FOUND, CommonProblem.NOT_ACCEPTABLE));
      return;
    }
    add(operation, ALWAYS);
    if (method == PathItem.HttpMethod.POST
        || method == PathItem.HttpMethod.PUT
        || method == PathItem.HttpMethod.PATCH) {
      add(operation, ON_WRITE);
    }
    if (method == PathItem.HttpMethod.PUT
        || method == PathItem.HttpMethod.PATCH
        || takesIfMatch(operation)) {
      add(operation, ON_UPDATE);
    }
    if (method == PathItem.HttpMethod.POST) {
      operation.addParameter(
          OASFactory.createParameter()
              .name("Idempotency-Key")
              .in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.HEADER)
              .required(true)
              .description(
                  "8 to 128 visible ASCII characters; for 24 hours the same key repeats the answer.")
              .schema(
                  OASFactory.createSchema()
                      .addType(Schema.SchemaType.STRING)
                      .minLength(8)
                      .maxLength(128)));
    }
  }

  /** A step that is triggered by a POST can be made for one version alone, too. */
  private static boolean takesIfMatch(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()));
  }

  private static void add(Operation operation, List<CommonProblem> problems) {
    for (CommonProblem problem : problems) {
      String status = Integer.toString(problem.status());
      if (!operation.getResponses().hasAPIResponse(status)) {
        operation
            .getResponses()
            .addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
      }
    }
  }

  private static void describeProblem(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    Components components = document.getComponents();
    for (List<CommonProblem> group : List.of(ALWAYS, ON_WRITE, ON_UPDATE)) {
      for (CommonProblem problem : group) {
        components.addResponse(
            "Problem" + problem.status(),
            OASFactory.createAPIResponse()
                .description(problem.title() + ". " + problem.remedy())
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            Problem.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem"))
                                .example(example(problem)))));
      }
    }
    components.addSchema("Problem", problemSchema());
  }

  private static Map<String, Object> example(CommonProblem problem) {
    // In a fixed order: the committed documents must not differ from one build to the next.
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", problem.uri());
    example.put("title", problem.title());
    example.put("status", problem.status());
    example.put("detail", problem.remedy());
    example.put("requestId", "6e0c1c7e-6f5e-4b0e-9d3a-2f6f4c9c8a10");
    return example;
  }

  private static Schema problemSchema() {
    Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("What went wrong, and what to change (RFC 9457).")
        .required(List.of("type", "title", "status", "detail", "requestId"))
        .addProperty("type", text)
        .addProperty("title", text)
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text)
        .addProperty("requestId", text)
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(
                    OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .required(List.of("pointer", "detail"))
                        .addProperty("pointer", text)
                        .addProperty("detail", text)));
  }
}
