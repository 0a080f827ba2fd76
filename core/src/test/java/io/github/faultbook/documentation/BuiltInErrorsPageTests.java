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

package io.github.faultbook.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code docs/codes.md}, which lists the built-in errors. With
 * {@code -Dfaultbook.docs.update=true}, the page is written.
 */
class BuiltInErrorsPageTests {

	private static final Path PAGE = Path.of("..", "docs", "codes.md");

	private static final String INTRODUCTION = """
			# Built-in errors

			Faultbook answers with these codes when Spring, Spring Security or the server refuses a request, and your
			application can throw them:

			```java
			throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
			```

			[Entries in the configuration](errors.md#entries-in-the-configuration) explains how to change their texts and
			codes. [What answers what](what-answers-what.md) shows which request gets which code.

			*Retry* tells whether a client may send the same request again: `idempotent` stands for methods such as GET and
			PUT, and `always` for all methods.

			| Status | Code | Message | What to do | Retry |
			|---|---|---|---|---|
			""";

	private static final String END = """

			This page is generated. If you change `CommonError`, generate it again:

			```shell
			./mvnw -pl core test -Dtest=BuiltInErrorsPageTests -Dfaultbook.docs.update=true
			```
			""";

	@Test
	void pageIsUpToDate() throws IOException {
		if (Boolean.getBoolean("faultbook.docs.update")) {
			Files.writeString(PAGE, page());
		}
		assertThat(PAGE).content().isEqualTo(page());
	}

	private static String page() {
		return INTRODUCTION + Stream.of(CommonError.values())
			.map(ApiError::of)
			.sorted(Comparator.comparing(ApiError::status))
			.map(BuiltInErrorsPageTests::row)
			.collect(Collectors.joining()) + END;
	}

	private static String row(ApiError error) {
		return "| %d | `%s` | %s | %s | %s |\n".formatted(error.status(), error.errorCode().code(), error.message(),
				error.errorCode().definition().solution(),
				error.errorCode().definition().retry().name().toLowerCase(Locale.ROOT));
	}

}
