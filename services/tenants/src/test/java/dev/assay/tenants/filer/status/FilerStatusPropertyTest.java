package dev.assay.tenants.filer.status;

import static dev.assay.tenants.filer.status.FilerFactsBuilder.minor;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.rule.ProposedRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every company, under the rules in force and under proposed ones. */
class FilerStatusPropertyTest {

  private static final int COMPANIES = 2_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static Stream<FilerRuleSet> ruleSets() {
    return Stream.concat(
        FilerRuleSets.published().all().stream(), Stream.of(ProposedRules.release3311419()));
  }

  /** Every amount of the rules, with its neighbours: between them nothing can change. */
  private static List<Long> amounts(FilerRuleSet set) {
    TreeSet<Long> amounts = new TreeSet<>(List.of(0L, 1_000_000_000_000L));
    collect(JSON.valueToTree(set.rules()), amounts);
    return List.copyOf(amounts);
  }

  private static void collect(JsonNode node, Set<Long> amounts) {
    if (node.path("amountMinor").isIntegralNumber()) {
      long amount = node.path("amountMinor").asLong();
      amounts.addAll(List.of(amount - 1, amount, amount + 1));
    }
    node.forEach(child -> collect(child, amounts));
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void aHigherFloatNeverLowersTheStatus(FilerRuleSet set) {
    List<Long> amounts = amounts(set);
    var random = new Random(20261123);
    TreeSet<FloatStatus> met = new TreeSet<>();
    for (int company = 0; company < COMPANIES; company++) {
      FilerFactsBuilder facts = anyCompany(random, amounts);
      FloatStatus last = FloatStatus.NON_ACCELERATED;
      for (long amount : amounts) {
        facts.publicFloat = minor(amount);
        FloatStatus status = FilerStatusAnswer.of(facts.build(), set).floatStatus();
        assertThat(status).as("%s", facts.build()).isLessThanOrEqualTo(last);
        last = requireNonNull(status);
        met.add(last);
      }
    }
    assertThat(met).containsAll(set.rules().classes());
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void theAnswerFollowsFromWhatItShows(FilerRuleSet set) {
    List<Long> amounts = amounts(set);
    var random = new Random(11419);
    for (int company = 0; company < COMPANIES; company++) {
      JsonNode answer =
          JSON.valueToTree(FilerStatusAnswer.of(anyCompany(random, amounts).build(), set));

      Reckoned.again(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void theOrderOfInputsIsNothing(FilerRuleSet set) throws Exception {
    List<Long> amounts = amounts(set);
    var random = new Random(33);
    for (int company = 0; company < COMPANIES; company++) {
      FilerFacts facts = anyCompany(random, amounts).build();

      FilerFacts shuffled =
          JSON.treeToValue(shuffled(JSON.valueToTree(facts), random), FilerFacts.class);

      assertThat(FilerStatusAnswer.of(shuffled, set)).isEqualTo(FilerStatusAnswer.of(facts, set));
    }
  }

  private static ObjectNode shuffled(ObjectNode object, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, random);
    ObjectNode shuffled = object.objectNode();
    names.forEach(name -> shuffled.set(name, object.get(name)));
    return shuffled;
  }

  private static FilerFactsBuilder anyCompany(Random random, List<Long> amounts) {
    var facts = new FilerFactsBuilder();
    facts.publicFloat = maybe(random, amounts);
    facts.previousPublicFloat = maybe(random, amounts);
    facts.revenue = maybe(random, amounts);
    facts.previousRevenue = maybe(random, amounts);
    facts.debt = maybe(random, amounts);
    facts.months = random.nextInt(72);
    facts.reports = random.nextInt(4);
    facts.egc = random.nextBoolean();
    facts.ipo =
        random.nextBoolean() ? LocalDate.of(2018, 1, 1).plusDays(random.nextInt(3000)) : null;
    FloatStatus[] statuses = FloatStatus.values();
    facts.previous = random.nextInt(4) == 0 ? null : statuses[random.nextInt(statuses.length)];
    return facts;
  }

  private static @Nullable Money maybe(Random random, List<Long> amounts) {
    return random.nextInt(5) == 0 ? null : minor(amounts.get(random.nextInt(amounts.size())));
  }
}
