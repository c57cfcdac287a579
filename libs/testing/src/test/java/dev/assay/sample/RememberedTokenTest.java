package dev.assay.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.PostgresResource;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A token that was verified a moment ago is not verified again, and opens nothing more by that. */
@QuarkusTest
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "sample"))
class RememberedTokenTest {

  private static final UUID CLIENT = UUID.randomUUID();
  private static final String SUBJECT = "MSP_TECHNICIAN@" + CLIENT;
  private static final int NO_SUCH_NOTE = 404;

  @Test
  void aTokenEndsOnTimeThoughItIsUsedAllTheWhile() throws InterruptedException {
    Instant end = Instant.now().plusSeconds(4);
    String token = TestTokens.goodFor(SUBJECT, Duration.ofSeconds(3));

    int first = readWith(token);
    int last = first;
    while (last != 401 && Instant.now().isBefore(end.plusSeconds(5))) {
      Thread.sleep(50);
      last = readWith(token);
    }

    assertThat(first).isEqualTo(NO_SUCH_NOTE);
    assertThat(last).isEqualTo(401);
    assertThat(Instant.now()).isBefore(end);
  }

  @Test
  void aTokenWithOneOtherByteIsNotTheOneThatWasVerified() {
    String token = TestTokens.of(SUBJECT);
    int signature = token.lastIndexOf('.') + 10;
    char other = token.charAt(signature) == 'A' ? 'B' : 'A';
    String changed = token.substring(0, signature) + other + token.substring(signature + 1);

    assertThat(readWith(token)).isEqualTo(NO_SUCH_NOTE);
    assertThat(readWith(changed)).isEqualTo(401);
    assertThat(readWith(token)).isEqualTo(NO_SUCH_NOTE);
  }

  @Test
  void twoTokensOfOneCallerAreTwo() {
    String first = TestTokens.of(SUBJECT);
    String expired = TestTokens.expired(SUBJECT);

    assertThat(readWith(first)).isEqualTo(NO_SUCH_NOTE);
    assertThat(readWith(expired)).isEqualTo(401);
  }

  private static int readWith(String token) {
    return given()
        .auth()
        .oauth2(token)
        .get("/v1/clients/" + CLIENT + "/notes/" + UUID.randomUUID())
        .statusCode();
  }
}
