package dev.assay.tenants;

import static dev.assay.tenants.world.World.OPERATOR;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class TokenTest {

  static Map<String, String> bad() {
    return Map.of(
        "expired", TestTokens.expired(OPERATOR),
        "of another audience", TestTokens.forAnotherAudience(OPERATOR),
        "through an unknown application", TestTokens.fromUnknownApplication(OPERATOR),
        "of another issuer", TestTokens.fromAnotherIssuer(OPERATOR),
        "signed by a stranger", TestTokens.signedByAStranger(OPERATOR),
        "unsigned", TestTokens.unsigned(OPERATOR),
        "with another's payload", spliced(),
        "no token at all", "garbage");
  }

  private static String spliced() {
    String[] own = TestTokens.of("somebody").split("\\.", -1);
    String[] operators = TestTokens.of(OPERATOR).split("\\.", -1);
    return own[0] + "." + operators[1] + "." + own[2];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expired",
        "of another audience",
        "through an unknown application",
        "of another issuer",
        "signed by a stranger",
        "unsigned",
        "with another's payload",
        "no token at all"
      })
  void isNotTaken(String flaw) {
    Response answer = given().auth().oauth2(bad().get(flaw)).when().get("/v1/msps");

    Problems.expect(answer, 401, "unauthenticated");
    answer.then().header("WWW-Authenticate", startsWith("Bearer"));
  }

  @Test
  void isNeeded() {
    Problems.expect(given().when().get("/v1/msps"), 401, "unauthenticated");
  }
}
