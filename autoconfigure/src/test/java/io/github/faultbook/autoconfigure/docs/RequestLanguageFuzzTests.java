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

package io.github.faultbook.autoconfigure.docs;

import java.util.Collections;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.github.faultbook.documentation.ErrorDocumentation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the language of a page with language ranges of a coverage-guided fuzzer: the
 * language is always a supported one.
 */
class RequestLanguageFuzzTests {

	@FuzzTest(maxDuration = "5m")
	void languageIsOneThatIsSpoken(@NotNull String ranges) {
		assertThat(ErrorDocumentation.languages())
			.contains(RequestLanguage.preferred(Collections.enumeration(List.of(ranges))));
	}

}
