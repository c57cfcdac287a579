package dev.assay.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** JSON Pointers for fields that a library names in its own way. */
public final class Pointers {

  private Pointers() {}

  /** From a Bean Validation path; method and body parameter names are not part of the body. */
  public static String of(Path path) {
    var pointer = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.METHOD) {
        continue;
      }
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
        continue;
      }
      if (node.isInIterable() && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        pointer.append('/').append(escape(node.getName()));
      }
    }
    return pointer.isEmpty() && !parameter.isEmpty() && !parameter.equals("request")
        ? "?" + parameter
        : pointer.toString();
  }

  /** The 400 for JSON that cannot become the request; never repeats the content sent. */
  public static ProblemException unreadable(JsonProcessingException thrown) {
    if (thrown instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String detail =
          thrown instanceof UnrecognizedPropertyException
              ? "This property is not known here."
              : "This value does not have the type or form that is asked for.";
      return ProblemException.of(
          CommonProblem.MALFORMED_BODY,
          "A field of the body cannot be read.",
          List.of(new FieldError(of(mapping), detail)));
    }
    return ProblemException.of(
        CommonProblem.MALFORMED_BODY, "The body is not the JSON that is asked for here.");
  }

  private static String of(JsonMappingException thrown) {
    var pointer = new StringBuilder();
    for (JsonMappingException.Reference step : thrown.getPath()) {
      pointer
          .append('/')
          .append(
              step.getFieldName() == null
                  ? Integer.toString(step.getIndex())
                  : escape(step.getFieldName()));
    }
    return pointer.toString();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
