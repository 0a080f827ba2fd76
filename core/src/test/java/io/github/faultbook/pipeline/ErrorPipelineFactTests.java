/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the facts that an {@link ErrorPipeline} writes.
 */
class ErrorPipelineFactTests {

	private final Answers answers = new Answers();

	@Test
	void plainValuesKeepTheirType() {
		assertThat(facts(fault().with("text", "a\"b").with("int", 1).with("long", 1L << 40).with("yes", true)))
			.isEqualTo("{\"text\":\"a\\\"b\",\"int\":1,\"long\":1099511627776,\"yes\":true}");
		assertThat(this.answers.failures()).isEmpty();
	}

	@Test
	void otherValuesAreSerializedLikeTheJsonOfTheApplication() {
		JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		ErrorPipeline pipeline = ErrorPipeline.builder(Answers.catalog(), (request) -> Answers.FORMAT, mapper).build();
		String answer = Answers.text(pipeline.handle(fault().with("at", Instant.EPOCH)
			.with("amount", new BigDecimal("1.50"))
			.with("owner", new Owner("Ann"))
			.with("ids", List.of(1, 2))
			.with("none", Optional.empty()), new TestRequest()));
		assertThat(answer).endsWith(",\"facts\":{\"at\":\"1970-01-01T00:00:00Z\",\"amount\":1.50,"
				+ "\"owner\":{\"first_name\":\"Ann\"},\"ids\":[1,2],\"none\":null}}");
	}

	@Test
	void factThatCannotBeSerializedIsLeftOut() {
		assertThat(facts(fault().with("a", 1).with("bad", new Broken("x")).with("z", 2)))
			.isEqualTo("{\"a\":1,\"z\":2}");
		assertThat(this.answers.failures())
			.containsExactly("io.github.faultbook.pipeline.UnwritableFactException: Fact 'bad' cannot be written");
	}

	@Test
	void factThatHoldsItselfIsLeftOut() {
		List<Object> list = new ArrayList<>();
		list.add(list);
		assertThat(facts(fault().with("list", list).with("z", 2))).isEqualTo("{\"z\":2}");
		assertThat(this.answers.failures())
			.containsExactly("io.github.faultbook.pipeline.UnwritableFactException: Fact 'list' cannot be written");
	}

	@Test
	void factThatIsTooLargeIsLeftOut() {
		assertThat(facts(fault().with("large", Collections.nCopies(5000, 1)).with("z", 2))).isEqualTo("{\"z\":2}");
		assertThat(this.answers.failures()).containsExactly(
				"io.github.faultbook.pipeline.UnwritableFactException: Fact 'large' is larger than 8192 bytes");
	}

	@Test
	void factThatNeverEndsIsLeftOut() {
		Iterable<Integer> endless = () -> Stream.generate(() -> 1).iterator();
		assertThat(facts(fault().with("endless", endless).with("z", 2))).isEqualTo("{\"z\":2}");
	}

	@Test
	void factThatIsAsLargeAsAllowedIsWritten() {
		assertThat(facts(fault().with("list", List.of("x".repeat(8192 - "[\"\"]".length())))))
			.hasSize("{\"list\":}".length() + 8192);
	}

	@Test
	void longTextIsCut() {
		assertThat(facts(fault().with("text", "x".repeat(2001)))).isEqualTo("{\"text\":\"" + "x".repeat(1999) + "…\"}");
	}

	@Test
	void messageIsComposedBeforeFactsAreSerialized() {
		Answers plain = new Answers();
		plain.pipeline()
			.build()
			.handle(new ApiException(new Amount()).with("amount", new BigDecimal("1.50")), new TestRequest());
		assertThat(plain.event().error().message()).isEqualTo("1.50 is not enough.");
	}

	@Test
	void factsOfAProblemMayHaveNoValue() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("a", null);
		ApiError error = ApiError.builder(CommonError.CONFLICT).facts(facts).build();
		assertThat(Answers.text(this.answers.pipeline().build().handle(error, new TestRequest())))
			.doesNotContain("facts");
	}

	private static ApiException fault() {
		return new ApiException(CommonError.CONFLICT);
	}

	private String facts(ApiException fault) {
		String answer = Answers.text(this.answers.pipeline().build().handle(fault, new TestRequest()));
		return answer.substring(answer.indexOf("\"facts\":") + 8, answer.length() - 1);
	}

	private record Owner(String firstName) {

	}

	private record Broken(String name) {

		@Override
		public String name() {
			throw new IllegalStateException("secret");
		}

	}

	private record Amount() implements ErrorCode {

		@Override
		public String code() {
			return "amount";
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(402, "{amount} is not enough.");
		}

	}

}
