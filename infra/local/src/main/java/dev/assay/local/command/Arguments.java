package dev.assay.local.command;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Ports;
import dev.assay.local.layout.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line: words, switches such as {@code --detach} and options with a value such as {@code
 * --acr 2}.
 */
record Arguments(List<String> words, Set<String> switches, Map<String, String> options) {
  private static final Set<String> WITH_VALUE =
      Set.of("--state", "--ports-offset", "--acr", "--requests", "--seed", "--sha256");

  static Arguments parse(List<String> line) {
    var words = new ArrayList<String>();
    var switches = new HashSet<String>();
    var options = new HashMap<String, String>();
    for (int i = 0; i < line.size(); i++) {
      String argument = line.get(i);
      if (WITH_VALUE.contains(argument)) {
        if (i + 1 == line.size()) {
          throw new Refusal(Exit.USAGE, argument + " needs a value.");
        }
        options.put(argument, line.get(++i));
      } else if (argument.startsWith("-")) {
        switches.add(argument);
      } else {
        words.add(argument);
      }
    }
    return new Arguments(List.copyOf(words), Set.copyOf(switches), Map.copyOf(options));
  }

  /** Refuses what a command does not know, rather than ignoring a mistyped switch. */
  Arguments allow(int maxWords, String... known) {
    for (String given : switches) {
      if (!List.of(known).contains(given)) {
        throw new Refusal(Exit.USAGE, "There is no option " + given + " here: see ./assay help.");
      }
    }
    for (String given : options.keySet()) {
      boolean common = given.equals("--state") || given.equals("--ports-offset");
      if (!common && !List.of(known).contains(given)) {
        throw new Refusal(Exit.USAGE, "There is no option " + given + " here: see ./assay help.");
      }
    }
    if (words.size() > maxWords) {
      throw new Refusal(
          Exit.USAGE, "\"" + words.get(maxWords) + "\" is one word too many: see ./assay help.");
    }
    return this;
  }

  boolean has(String name) {
    return switches.contains(name);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String word(int index, String what) {
    if (words.size() <= index) {
      throw new Refusal(Exit.USAGE, "Which " + what + "? See ./assay help.");
    }
    return words.get(index);
  }

  Layout layout(Path repository, Map<String, String> environment) {
    Layout standard = Layout.standard(repository);
    Path state = option("--state").map(Path::of).orElse(standard.state());
    String offset =
        option("--ports-offset")
            .orElseGet(() -> environment.getOrDefault("ASSAY_PORTS_OFFSET", "0"));
    try {
      return new Layout(repository, standard.home(), state, new Ports(Integer.parseInt(offset)));
    } catch (NumberFormatException e) {
      throw new Refusal(Exit.USAGE, "The ports' offset is not a number: " + offset);
    }
  }
}
