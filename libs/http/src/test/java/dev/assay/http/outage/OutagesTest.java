package dev.assay.http.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "53300"})
  void seesADatabaseThatIsAwayBehindAnyWrapping(String state) {
    var thrown = new IllegalStateException(new RuntimeException(new SQLException("gone", state)));

    assertThat(Outages.in(thrown)).map(Outages.Outage::part).contains("database");
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42501", "22001"})
  void takesAnAnswerOfTheDatabaseForNoOutage(String state) {
    assertThat(Outages.in(new RuntimeException(new SQLException("no", state)))).isEmpty();
  }

  @Test
  void seesAPoolThatCannotGiveAConnection() {
    var thrown = new SQLException("Sorry, acquisition timeout!");

    assertThat(Outages.in(thrown)).isPresent();
  }

  @Test
  void seesAConnectionThatThePoolGaveUp() {
    var thrown =
        new SQLException(
            "Something unusual has occurred to cause the driver to fail.",
            "99999",
            new RuntimeException("Interrupted while attempting to connect."));

    assertThat(Outages.in(thrown)).map(Outages.Outage::part).contains("database");
  }

  @Test
  void seesARefusedConnection() {
    assertThat(Outages.in(new RuntimeException(new ConnectException("refused")))).isPresent();
  }

  @Test
  void takesOurOwnDefectsForNoOutage() {
    assertThat(Outages.in(new NullPointerException())).isEmpty();
  }

  @Test
  void endsOnACauseThatCausesItself() {
    var first = new RuntimeException();
    first.initCause(new RuntimeException(first));

    assertThat(Outages.in(first)).isEmpty();
  }
}
