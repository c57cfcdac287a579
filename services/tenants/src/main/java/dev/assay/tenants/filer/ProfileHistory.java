package dev.assay.tenants.filer;

import dev.assay.tenants.filer.status.FilerFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was entered about a fiscal year and the one before.
 *
 * @param versions of both years, oldest first
 */
record ProfileHistory(int fiscalYear, List<FilerProfileVersion> versions) {

  private static final Map<String, Function<FilerFacts, @Nullable Object>> FIELDS = fields();

  ProfileHistory {
    versions = List.copyOf(versions);
  }

  private static Map<String, Function<FilerFacts, @Nullable Object>> fields() {
    Map<String, Function<FilerFacts, @Nullable Object>> fields = new LinkedHashMap<>();
    fields.put("registration", FilerFacts::registration);
    fields.put("fiscalYearEnd", FilerFacts::fiscalYearEnd);
    fields.put("yearEnd", FilerFacts::yearEnd);
    fields.put("publicFloat", FilerFacts::publicFloat);
    fields.put("publicFloatMeasuredOn", FilerFacts::publicFloatMeasuredOn);
    fields.put("previousPublicFloat", FilerFacts::previousPublicFloat);
    fields.put("revenue", FilerFacts::revenue);
    fields.put("previousRevenue", FilerFacts::previousRevenue);
    fields.put("monthsReporting", FilerFacts::monthsReporting);
    fields.put("annualReportsFiledBefore", FilerFacts::annualReportsFiledBefore);
    fields.put("previousStatus", FilerFacts::previousStatus);
    fields.put("egcClaimed", FilerFacts::egcClaimed);
    fields.put("ipoDate", FilerFacts::ipoDate);
    fields.put("nonConvertibleDebt", FilerFacts::nonConvertibleDebt);
    return fields;
  }

  /** The version that counts; 0 when nothing was entered. */
  int version() {
    return latest().map(latest -> latest.version).orElse(0);
  }

  Optional<FilerProfileVersion> latest() {
    return ofYear(fiscalYear).reduce((earlier, later) -> later);
  }

  Optional<FilerProfileVersion> latestOfYearBefore() {
    return ofYear(fiscalYear - 1).reduce((earlier, later) -> later);
  }

  /** This history and one version more. */
  ProfileHistory with(FilerProfileVersion next) {
    List<FilerProfileVersion> more = new ArrayList<>(versions);
    more.add(next);
    return new ProfileHistory(fiscalYear, more);
  }

  /** Who entered the value that each field has now; repeating a value does not make it yours. */
  List<FieldAuthor> authors() {
    List<FilerProfileVersion> own = ofYear(fiscalYear).toList();
    return FIELDS.entrySet().stream()
        .map(field -> FieldAuthor.of(field.getKey(), origin(own, field.getValue())))
        .toList();
  }

  private static FilerProfileVersion origin(
      List<FilerProfileVersion> own, Function<FilerFacts, @Nullable Object> field) {
    FilerProfileVersion origin = own.getFirst();
    for (FilerProfileVersion version : own) {
      if (!Objects.equals(field.apply(version.facts()), field.apply(origin.facts()))) {
        origin = version;
      }
    }
    return origin;
  }

  private Stream<FilerProfileVersion> ofYear(int year) {
    return versions.stream().filter(version -> version.fiscalYear == year);
  }
}
