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

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for values that an {@link ErrorPipeline} keeps from clients because of what they
 * contain or how they are named.
 */
class SensitiveFactTests {

	private static final String FAILURE = "io.github.faultbook.pipeline.UnwritablePartException: ";

	private final Answers answers = new Answers();

	@ParameterizedTest
	@MethodSource("addresses")
	void addressOfAPlaceOnTheServerOrWithCredentialsIsLeftOut(Object address) {
		for (Object fact : List.of(address, List.of(address), Map.of("a", Optional.of(address)), Map.of(address, 1),
				new Object[] { address }, new Holder(address))) {
			Answers plain = new Answers();
			assertThat(Answers
				.text(plain.pipeline().build().handle(fault().with("bad", fact).with("z", 2), new TestRequest())))
				.endsWith(",\"facts\":{\"z\":2}}");
			assertThat(plain.failures()).containsExactly(FAILURE + "Fact 'bad' holds a " + address.getClass().getName()
					+ " that names a place on the server or contains credentials, which is never sent");
		}
	}

	static Stream<Object> addresses() throws IOException {
		return Stream.of(URI.create("file:///srv/secret"), new URL("file:/srv/secret"), URI.create("FILE:/srv/secret"),
				URI.create("jar:file:/srv/app.jar!/secret"), new URL("jar:file:/srv/app.jar!/secret"),
				URI.create("jar:nested:/srv/app.jar/!BOOT-INF/classes/!/"), URI.create("jdbc:h2:mem:secret"),
				URI.create("https://ann:secret@example.com/"), new URL("https://ann:secret@example.com/"),
				URI.create("//secret@example.com/"), URI.create("mongodb://ann:secret@a,b/db"));
	}

	@Test
	void otherAddressesAreSent() throws IOException {
		assertThat(facts(fault().with("a",
				List.of(URI.create("https://example.com/a?b=c:d@e#f"), new URL("https://example.com/@ann"),
						URI.create("/relative"), URI.create("mailto:ann@example.com"), URI.create("urn:isbn:1"),
						URI.create("myapp://open/1"), URI.create("")))))
			.isEqualTo("{\"a\":[\"https://example.com/a?b=c:d@e#f\",\"https://example.com/@ann\",\"/relative\","
					+ "\"mailto:ann@example.com\",\"urn:isbn:1\",\"myapp://open/1\",\"\"]}");
		assertThat(this.answers.failures()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "userPassword", "api_key", "X-Api-Key", "session_id", "PIN", "card" })
	void factIsLeftOutIfAWordOfItsNameIsSensitive(String name) {
		assertThat(facts(fault().with(name, "secret").with("z", 2))).isEqualTo("{\"z\":2}");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "wildcard", "time_span", "panel_id", "max_tokens", "discarded", "cardinality", "spinning" })
	void factIsSentIfItsNameOnlyContainsTheLettersOfASensitiveOne(String name) {
		assertThat(facts(fault().with(name, 1))).isEqualTo("{\"" + name + "\":1}");
	}

	@Test
	void environmentVariablesAreLeftOut() {
		for (Object fact : List.of(System.getenv(), List.of(System.getenv()), new HashMap<>(System.getenv()),
				new Holder(System.getenv()))) {
			assertThat(facts(new Answers(), fault().with("bad", fact).with("z", 2))).isEqualTo("{\"z\":2}");
		}
	}

	@Test
	void rawJsonIsFilteredAsOtherValuesAre() {
		String json = "{ \"a\": [1.10, {\"password\": {\"b\": \"secret\"}, \"c\": null}], \"token\": 1 }";
		for (Object fact : List.of(new RawValue(json), new RawHolder(json), new POJONode(new RawValue(json)))) {
			assertThat(facts(new Answers(), fault().with("raw", fact))).contains("{\"a\":[1.10,{\"c\":null}]}")
				.doesNotContain("secret", "token");
		}
		assertThat(facts(fault().with("raw", new RawValue("\"text\"")))).isEqualTo("{\"raw\":\"text\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "]", "1}", "{} {}", "{\"a\":1", "secret", "\"", "1,\"x\":2" })
	void rawTextThatIsNotOneJsonValueIsLeftOut(String text) {
		for (Object fact : List.of(new RawValue(text), List.of(new RawValue(text)), new RawHolder(text))) {
			assertThat(facts(new Answers(), fault().with("bad", fact).with("z", 2))).isEqualTo("{\"z\":2}");
		}
	}

	@Test
	void rawTextOfASerializerIsLeftOut() {
		assertThat(facts(fault().with("bad", new RawWriter()).with("z", 2))).isEqualTo("{\"z\":2}");
		assertThat(this.answers.failures()).containsExactly(FAILURE + "Fact 'bad' holds raw text");
	}

	@Test
	void propertyWithASensitiveNameInJavaIsLeftOutWhateverItsNameInJson() {
		assertThat(facts(fault().with("a", List.of(new Renamed("x", "secret"), new RenamedGetter(), new Unwrapped()))))
			.isEqualTo("{\"a\":[{\"name\":\"x\"},{\"name\":\"y\"},{\"in.name\":\"y\"}]}");
		assertThat(this.answers.failures()).containsExactly(FAILURE + "Fact 'a' is sent without plain");
	}

	@Test
	void propertyWithASensitiveNameIsLeftOutOfAnArray() {
		assertThat(facts(fault().with("a", new Row("x", "secret")))).isEqualTo("{\"a\":[\"x\",null]}");
		assertThat(this.answers.failures()).containsExactly(FAILURE + "Fact 'a' is sent without password");
	}

	@Test
	void valueThatStandsForASecretIsLeftOut() {
		assertThat(facts(fault().with("bad", List.of(new Secret())).with("z", 2))).isEqualTo("{\"z\":2}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "accessToken", "user_pin", "API-KEY" })
	void factWithASensitiveNameIsLeftOut(String name) {
		assertThat(facts(fault().with(name, "secret").with("z", 2))).isEqualTo("{\"z\":2}");
		assertThat(this.answers.failures()).containsExactly(FAILURE + "Fact '" + name
				+ "' is not sent, as its name is sensitive. To send it, declare it as a parameter of the entry");
	}

	@Test
	void factThatTheEntryDeclaresIsSent() {
		assertThat(facts(new ApiException(new Declared()).with("token", Map.of("id", 1, "secret", 2)).with("pin", 3)))
			.isEqualTo("{\"token_type\":\"bearer\",\"token\":{\"id\":1}}");
	}

	@Test
	void attributeThatTheApplicationNamesIsLeftOutIfTheNameIsSensitive() {
		Violation own = Violation.of("a", "x", "A.").with("password", "secret").with("min", 2);
		Violation constraint = Violation.of("b", "y", "B.").with("minPasswordLength", 8).constraint("StrongPassword");
		ApiError error = ApiError.builder(CommonError.VALIDATION_ERROR).violations(List.of(own, constraint)).build();
		assertThat(Answers.text(this.answers.pipeline().build().handle(error, new TestRequest())))
			.contains("\"attributes\":{\"min\":2}", "\"attributes\":{\"minPasswordLength\":8}")
			.doesNotContain("secret");
	}

	private static ApiException fault() {
		return new ApiException(CommonError.CONFLICT);
	}

	private String facts(ApiException fault) {
		return facts(this.answers, fault);
	}

	private static String facts(Answers answers, ApiException fault) {
		String answer = Answers.text(answers.pipeline().build().handle(fault, new TestRequest()));
		return answer.substring(answer.indexOf("\"facts\":") + 8, answer.length() - 1);
	}

	private record Holder(Object held) {

	}

	private record RawHolder(@JsonRawValue String json) {

	}

	private record Renamed(String name, @JsonProperty("plain") String password) {

	}

	private record Unwrapped(@JsonUnwrapped(prefix = "in.") RenamedGetter inner) {

		Unwrapped() {
			this(new RenamedGetter());
		}

	}

	private static class RenamedGetter {

		@JsonProperty("name")
		String getName() {
			return "y";
		}

		@JsonProperty("plain")
		String getPassword() {
			throw new IllegalStateException("The value is not read");
		}

	}

	@JsonFormat(shape = JsonFormat.Shape.ARRAY)
	private record Row(String name, String password) {

	}

	private static final class Secret {

		@JsonValue
		String getApiToken() {
			return "secret";
		}

	}

	@JsonSerialize(using = RawWriterSerializer.class)
	private record RawWriter() {

	}

	private static final class RawWriterSerializer extends ValueSerializer<RawWriter> {

		@Override
		public void serialize(RawWriter value, JsonGenerator generator, SerializationContext context) {
			generator.writeRaw("}}secret");
		}

	}

	private record Declared() implements ErrorCode {

		@Override
		public String code() {
			return "declared";
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "Declared")
				.parameter("token", Map.class, "The public part of the token")
				.fact("token_type", "bearer");
		}

	}

}
