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

package io.github.faultbook;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link ErrorDefinition} and {@link ErrorCode}.
 */
class ErrorDefinitionTests {

	@Test
	void startsWithNothingButStatusAndMessage() {
		assertThat(ErrorDefinition.of(404, "Not here.")).isEqualTo(new ErrorDefinition(404, null, null, "Not here.", "",
				"", Retry.NEVER, null, List.of(), Map.of(), null, null, false));
	}

	@Test
	void eachMethodChangesOneValue() {
		ErrorDefinition definition = ErrorDefinition.of(503, "Closed until {until}.")
			.title("Closed")
			.type(URI.create("/problems/closed"))
			.cause("It is night.")
			.solution("Wait.")
			.retry(Retry.ALWAYS, Duration.ofMinutes(1))
			.parameter("until", String.class, "When it opens")
			.parameter("door", int.class, "Which", 3)
			.fact("door", 1)
			.since("1.2")
			.deprecated("2.0", "asleep")
			.internalOnly();
		assertThat(definition).isEqualTo(new ErrorDefinition(503, "Closed", URI.create("/problems/closed"),
				"Closed until {until}.", "It is night.", "Wait.", Retry.ALWAYS, Duration.ofMinutes(1),
				List.of(new ErrorDefinition.Parameter("until", String.class, "When it opens", null),
						new ErrorDefinition.Parameter("door", int.class, "Which", 3)),
				Map.of("door", 1), "1.2", new ErrorDefinition.Deprecation("2.0", "asleep"), true));
	}

	@Test
	void changeLeavesTheOriginalAlone() {
		ErrorDefinition definition = ErrorDefinition.of(404, "Not here.");
		definition.title("Other").parameter("id", String.class, "").internalOnly();
		assertThat(definition).isEqualTo(ErrorDefinition.of(404, "Not here."));
	}

	@Test
	void retryWithoutDelayKeepsTheDelay() {
		assertThat(
				ErrorDefinition.of(503, "Closed.").retry(Retry.ALWAYS, Duration.ofSeconds(5)).retry(Retry.IDEMPOTENT))
			.isEqualTo(ErrorDefinition.of(503, "Closed.").retry(Retry.IDEMPOTENT, Duration.ofSeconds(5)));
	}

	@Test
	void parametersAndFactsAreCopied() {
		Map<String, Object> facts = new LinkedHashMap<>();
		List<ErrorDefinition.Parameter> parameters = new ArrayList<>();
		ErrorDefinition definition = new ErrorDefinition(404, null, null, "Not here.", "", "", Retry.NEVER, null,
				parameters, facts, null, null, false);
		parameters.add(new ErrorDefinition.Parameter("id", String.class, "", null));
		facts.put("id", 7);
		assertThat(definition.parameters()).isEmpty();
		assertThat(definition.facts()).isEmpty();
	}

	@Test
	void messageIsNeeded() {
		assertThatNullPointerException().isThrownBy(() -> ErrorDefinition.of(404, null))
			.withMessage("'message' must not be null");
	}

	@Test
	@ResourceLock(Resources.LOCALE)
	void codeIsTheNameInLowerCaseWhateverTheLanguage() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr"));
		try {
			assertThat(Sample.INVOICE_MISSING.code()).isEqualTo("invoice_missing");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	private enum Sample implements ErrorCode {

		INVOICE_MISSING;

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(404, "No invoice.");
		}

	}

}
