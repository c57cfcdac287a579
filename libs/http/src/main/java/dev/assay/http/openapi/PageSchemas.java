package dev.assay.http.openapi;

import dev.assay.http.page.Page;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * Gives each operation that answers with a {@link Page}, and describes no schema of its own, one
 * named after the items: a {@code Page<ClientResponse>} is a {@code ClientPage}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 10)
public class PageSchemas implements OASFilter {

  private static final DotName PAGE = DotName.createSimple(Page.class);
  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
  private static final String REF = "#/components/schemas/";

  private final Map<String, String> itemOfOperation = new HashMap<>();

  /** Reads from the service's classes which operations answer with pages of what. */
  public PageSchemas(IndexView classes) {
    for (AnnotationInstance operation : classes.getAnnotations(OPERATION)) {
      AnnotationValue id = operation.value("operationId");
      if (operation.target().kind() == AnnotationTarget.Kind.METHOD && id != null) {
        MethodInfo method = operation.target().asMethod();
        if (method.returnType().name().equals(PAGE)) {
          Type item = method.returnType().asParameterizedType().arguments().getFirst();
          itemOfOperation.put(id.asString(), nameOf(item, classes));
        }
      }
    }
  }

  private static String nameOf(Type item, IndexView classes) {
    ClassInfo type = Objects.requireNonNull(classes.getClassByName(item.name()), item::toString);
    AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
    AnnotationValue name = schema == null ? null : schema.value("name");
    return name == null ? type.simpleName() : name.asString();
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (itemOfOperation.isEmpty()) {
      return;
    }
    Set<String> unknown = new TreeSet<>(itemOfOperation.values());
    unknown.removeAll(document.getComponents().getSchemas().keySet());
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "Only pages hold these, so annotate each with @Schema(name = …): " + unknown);
    }
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(each -> complete(document, each)));
  }

  private void complete(OpenAPI document, Operation operation) {
    String item = itemOfOperation.get(operation.getOperationId());
    if (item == null) {
      return;
    }
    for (MediaType answer :
        operation.getResponses().getAPIResponse("200").getContent().getMediaTypes().values()) {
      if (answer.getSchema() == null) {
        answer.setSchema(OASFactory.createSchema().ref(REF + pageOf(item, document)));
      }
    }
  }

  private static String pageOf(String item, OpenAPI document) {
    String page = item.replaceFirst("Response$", "") + "Page";
    document
        .getComponents()
        .addSchema(
            page,
            OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("items", "nextCursor"))
                .addProperty(
                    "items",
                    OASFactory.createSchema()
                        .addType(SchemaType.ARRAY)
                        .items(OASFactory.createSchema().ref(REF + item)))
                .addProperty(
                    "nextCursor",
                    OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .addType(SchemaType.NULL)
                        .description("Null on the last page.")));
    return page;
  }
}
