package dev.assay.tenants.filer.rule;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rule sets in the order of their days: few, because the law changes seldom. */
final class RuleSetList {

  private static final Comparator<Key> BY_DAY =
      Comparator.comparing(Key::effectiveFrom).thenComparing(Key::ruleSet);

  private final List<RuleSetResponse> all;

  RuleSetList(List<RuleSetHistory> entered) {
    FilerRuleSets deciding =
        FilerRuleSets.published()
            .and(entered.stream().flatMap(history -> history.ifItDecides().stream()).toList());
    this.all =
        Stream.concat(
                deciding.all().stream()
                    .filter(set -> FilerRuleSets.published().named(set.ruleSet()).isPresent())
                    .map(RuleSetResponse::published),
                entered.stream().map(one -> RuleSetResponse.of(one, endOf(one, deciding))))
            .sorted(Comparator.comparing(Key::of, BY_DAY))
            .toList();
  }

  private static @Nullable LocalDate endOf(RuleSetHistory one, FilerRuleSets deciding) {
    return deciding.named(one.entered().name).map(FilerRuleSet::effectiveTo).orElse(null);
  }

  Optional<RuleSetResponse> named(String ruleSet) {
    return all.stream().filter(one -> one.ruleSet().equals(ruleSet)).findFirst();
  }

  Page<RuleSetResponse> page(PageRequest request) {
    Optional<Key> after = request.after(Key::parse);
    List<RuleSetResponse> rows =
        all.stream()
            .filter(one -> after.isEmpty() || BY_DAY.compare(Key.of(one), after.get()) > 0)
            .limit(request.fetchSize())
            .toList();
    return Page.of(rows, request, one -> Key.of(one).toString(), one -> one);
  }

  private record Key(LocalDate effectiveFrom, String ruleSet) {

    private static final int DAY_LENGTH = 10;

    static Key of(RuleSetResponse one) {
      return new Key(one.effectiveFrom(), one.ruleSet());
    }

    static Key parse(String key) {
      return new Key(LocalDate.parse(key.substring(0, DAY_LENGTH)), key.substring(DAY_LENGTH));
    }

    @Override
    public String toString() {
      return effectiveFrom + ruleSet;
    }
  }
}
