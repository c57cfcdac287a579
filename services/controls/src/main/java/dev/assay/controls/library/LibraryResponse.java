package dev.assay.controls.library;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which versions of the library there are, and what is in each. */
public record LibraryResponse(
    @Schema(required = true, examples = "0.2") String current,
    @Schema(required = true) String licence,
    @Schema(required = true) List<Version> versions) {

  /** One version: its content never changes. */
  @Schema(name = "LibraryVersion")
  public record Version(
      @Schema(required = true) String version,
      @Schema(required = true, description = "SHA-256 of the content, hex") String sha256,
      @Schema(required = true) int controls,
      @Schema(required = true) int keyControls,
      @Schema(required = true) List<DomainCount> domains,
      @Schema(required = true, description = "Requirements that the controls name, by framework")
          Map<String, Integer> frameworks,
      @Schema(required = true) String note) {}

  /** How many controls a domain has. */
  @Schema(name = "LibraryDomain")
  public record DomainCount(
      @Schema(required = true) Domain domain,
      @Schema(required = true) String title,
      @Schema(required = true) int controls) {}

  static LibraryResponse of(Library library) {
    return new LibraryResponse(
        library.current().version(),
        library.licence(),
        library.all().stream().map(LibraryResponse::of).toList());
  }

  private static Version of(LibraryVersion version) {
    List<LibraryControl> controls = version.controls();
    return new Version(
        version.version(),
        version.sha256(),
        controls.size(),
        (int) controls.stream().filter(LibraryControl::key).count(),
        Arrays.stream(Domain.values())
            .map(
                domain ->
                    new DomainCount(
                        domain,
                        domain.title(),
                        (int) controls.stream().filter(c -> c.domain() == domain).count()))
            .toList(),
        version.frameworks(),
        version.note());
  }
}
