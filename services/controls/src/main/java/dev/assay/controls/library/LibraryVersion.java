package dev.assay.controls.library;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One version of the library; its content is what its hash says, for ever. */
public final class LibraryVersion {

  private final String version;
  private final String sha256;
  private final String note;
  private final Map<String, Integer> frameworks;
  private final Map<String, LibraryControl> controls;

  LibraryVersion(ShippedLibrary shipped, String sha256) {
    this.version = shipped.version();
    this.sha256 = sha256;
    this.note = shipped.note();
    this.frameworks = new TreeMap<>(shipped.frameworkCoverageIds());
    this.controls = new LinkedHashMap<>();
    shipped.controls().stream()
        .map(ShippedControl::toControl)
        .sorted(Comparator.comparing(LibraryControl::controlId))
        .forEach(control -> controls.put(control.controlId(), control));
    requireItsOwnCounts(shipped);
  }

  private void requireItsOwnCounts(ShippedLibrary shipped) {
    long keys = controls.values().stream().filter(LibraryControl::key).count();
    if (controls.size() != shipped.count() || keys != shipped.keyControls()) {
      throw new IllegalStateException(
          "library %s says %d controls, %d key, and holds %d, %d key"
              .formatted(version, shipped.count(), shipped.keyControls(), controls.size(), keys));
    }
  }

  public String version() {
    return version;
  }

  /** SHA-256 of the version's file, in hex. */
  public String sha256() {
    return sha256;
  }

  String note() {
    return note;
  }

  /** How many requirements of each framework the controls name. */
  Map<String, Integer> frameworks() {
    return frameworks;
  }

  /** All controls, by id. */
  public List<LibraryControl> controls() {
    return List.copyOf(controls.values());
  }

  public Optional<LibraryControl> find(String controlId) {
    return Optional.ofNullable(controls.get(controlId));
  }
}
