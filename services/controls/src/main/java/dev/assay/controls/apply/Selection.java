package dev.assay.controls.apply;

import dev.assay.controls.library.Domain;
import dev.assay.controls.library.LibraryControl;
import dev.assay.controls.library.LibraryVersion;
import dev.assay.http.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which controls of the library: all of them, those of some domains, or some by id. */
@Schema(name = "ControlSelection", description = "Exactly one of the three.")
public record Selection(
    @Schema(nullable = true, description = "true: every control") @Nullable Boolean all,
    @Schema(nullable = true) @Nullable @Size(min = 1, max = 8) List<@NotNull Domain> domains,
    @Schema(nullable = true, examples = "[\"AM-04\"]") @Nullable @Size(min = 1, max = 200)
        List<@NotNull @Size(max = 10) String> controlIds) {

  /**
   * The chosen controls, each once, in the library's order.
   *
   * @throws ProblemException 400 when the choice is not exactly one, or names an unknown control
   */
  List<LibraryControl> from(LibraryVersion library) {
    if (Stream.of(all, domains, controlIds).filter(Objects::nonNull).count() != 1
        || Boolean.FALSE.equals(all)) {
      throw ProblemException.invalid(
          "/selection", "Give exactly one of all (true), domains and controlIds.");
    }
    if (domains != null) {
      return library.controls().stream().filter(c -> domains.contains(c.domain())).toList();
    }
    return controlIds == null ? library.controls() : byId(library, controlIds);
  }

  private static List<LibraryControl> byId(LibraryVersion library, List<String> ids) {
    List<LibraryControl> chosen = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String pointer = "/selection/controlIds/" + i;
      chosen.add(
          library
              .find(ids.get(i))
              .orElseThrow(
                  () ->
                      ProblemException.invalid(
                          pointer, "The library has no such control; GET /v1/library/controls.")));
    }
    return chosen.stream().distinct().toList();
  }
}
