package dev.assay.testing.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a method's signature says, generics, annotations and components of records included. */
final class Signatures {

  private Signatures() {}

  static boolean sameParameters(List<JavaClass> one, List<JavaClass> other) {
    return one.stream()
        .map(JavaClass::getName)
        .toList()
        .equals(other.stream().map(JavaClass::getName).toList());
  }

  /**
   * Every type that travels with the method: of parameters and result, of what its annotations
   * document, and of the fields of our own among these.
   */
  static Set<JavaClass> carriedTypes(JavaMethod method) {
    Deque<JavaClass> open = new ArrayDeque<>(method.getAllInvolvedRawTypes());
    method.getAnnotations().forEach(annotation -> open.addAll(named(annotation)));
    Set<JavaClass> carried = new HashSet<>();
    while (!open.isEmpty()) {
      JavaClass type = open.remove();
      if (carried.add(type) && type.getName().startsWith("dev.assay.")) {
        for (JavaField field : type.getFields()) {
          open.addAll(field.getAllInvolvedRawTypes());
        }
      }
    }
    return carried;
  }

  private static Collection<JavaClass> named(JavaAnnotation<?> annotation) {
    Set<JavaClass> found = new HashSet<>();
    annotation.getProperties().values().forEach(value -> collect(value, found));
    return found;
  }

  private static void collect(Object value, Set<JavaClass> found) {
    if (value instanceof JavaClass type) {
      found.add(type);
    } else if (value instanceof JavaAnnotation<?> nested) {
      found.addAll(named(nested));
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), found);
      }
    }
  }
}
