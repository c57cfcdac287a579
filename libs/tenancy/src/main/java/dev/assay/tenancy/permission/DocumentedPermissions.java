package dev.assay.tenancy.permission;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Writes into the OpenAPI document which permission each operation needs. Filters have priorities
 * of their own, so that every build writes the document in one order.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 30)
public class DocumentedPermissions implements OASFilter {

  /** The extension that names the permission. */
  static final String EXTENSION = "x-assay-permission";

  private static final DotName REQUIRES = DotName.createSimple(Requires.class);
  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

  private final Map<String, String> permissions = new HashMap<>();

  /** Reads the permissions from the service's classes. */
  public DocumentedPermissions(IndexView classes) {
    for (AnnotationInstance requires : classes.getAnnotations(REQUIRES)) {
      if (requires.target().kind() == AnnotationTarget.Kind.METHOD) {
        var method = requires.target().asMethod();
        AnnotationInstance operation = method.annotation(OPERATION);
        if (operation != null && operation.value("operationId") != null) {
          permissions.put(operation.value("operationId").asString(), requires.value().asEnum());
        }
      }
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(this::name));
  }

  private void name(Operation operation) {
    String permission = permissions.get(operation.getOperationId());
    if (permission != null) {
      operation.addExtension(EXTENSION, permission);
    }
  }
}
