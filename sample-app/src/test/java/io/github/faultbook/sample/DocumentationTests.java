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

package io.github.faultbook.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code requests.http} and {@code README.md}.
 */
class DocumentationTests {

	@Test
	void everyRequestHasAnAnswer() throws IOException {
		assertThat(requests()).extracting(HttpFile.Request::title)
			.containsExactlyElementsOf(Answer.all().stream().map(Answer::request).toList());
		assertThat(requests()).extracting(HttpFile.Request::status)
			.containsExactlyElementsOf(Answer.all().stream().map(Answer::status).toList());
	}

	@Test
	void everyStatusOfTheCatalogIsReached() throws IOException {
		Set<Integer> statuses = new TreeSet<>(Set.of(200, 201, 204, 206, 301, 304));
		Stream.of(CommonError.values()).map((error) -> error.definition().status()).forEach(statuses::add);
		// This error has a test of its own, as no client can cause it
		statuses.remove(505);
		assertThat(Answer.all().stream().map(Answer::status).distinct()).containsExactlyInAnyOrderElementsOf(statuses);
	}

	@Test
	void everyErrorOfTheDomainIsReached() throws IOException {
		assertThat(Answer.all()).extracting(Answer::code)
			.containsAll(Stream.of(BillingError.values()).map(BillingError::code).toList());
	}

	@Test
	void everyFactIsDeclared() throws IOException {
		for (Answer answer : Answer.all()) {
			if (!answer.facts().isEmpty()) {
				assertThat(BillingError.valueOf(answer.code().toUpperCase(Locale.ROOT)).definition().parameters())
					.extracting(ErrorDefinition.Parameter::name)
					.containsExactlyInAnyOrderElementsOf(answer.facts().keySet());
			}
		}
	}

	@Test
	void readmeListsEveryRequest() throws IOException {
		List<HttpFile.Request> requests = requests();
		List<Answer> answers = Answer.all();
		StringBuilder table = new StringBuilder();
		for (int i = 0; i < requests.size(); i++) {
			Answer answer = answers.get(i);
			table.append("| %s<br>`%s %s` | %s | %s |\n".formatted(answer.request(), requests.get(i).method(),
					requests.get(i).path(), answer.isValidationFailure() ? "400 or 422" : answer.status(),
					(answer.code() != null) ? "`" + answer.code() + "`" : ""));
		}
		assertThat(Files.readString(Path.of("README.md"))).contains(table);
	}

	private static List<HttpFile.Request> requests() throws IOException {
		return HttpFile.read(Path.of("requests.http"));
	}

}
