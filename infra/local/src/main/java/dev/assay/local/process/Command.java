package dev.assay.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What to run, under which name it is recorded and how it wants to be stopped. */
public record Command(
    String name,
    List<String> line,
    Map<String, String> environment,
    Path folder,
    Path log,
    StopWith signal,
    Stage stage) {
  public Command {
    line = List.copyOf(line);
    environment = Map.copyOf(environment);
  }
}
