package dev.assay.tenants.filer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One side of a comparison: exactly one of its parts is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Exactly one of these is there.")
public record Measure(
    @Nullable Money money,
    @Nullable Integer count,
    @Nullable LocalDate date,
    @Nullable List<FloatStatus> statuses) {

  static Measure of(Money money) {
    return new Measure(money, null, null, null);
  }

  static Measure of(int count) {
    return new Measure(null, count, null, null);
  }

  static Measure of(LocalDate date) {
    return new Measure(null, null, date, null);
  }

  static Measure of(List<FloatStatus> statuses) {
    return new Measure(null, null, null, List.copyOf(statuses));
  }

  /** As people write it. */
  String written() {
    if (money != null) {
      return money.written();
    }
    if (count != null) {
      return count.toString();
    }
    if (date != null) {
      return date.toString();
    }
    return statuses == null
        ? ""
        : statuses.stream().map(FloatStatus::name).collect(Collectors.joining(", "));
  }
}
