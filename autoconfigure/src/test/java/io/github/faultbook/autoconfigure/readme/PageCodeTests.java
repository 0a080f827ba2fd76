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

package io.github.faultbook.autoconfigure.readme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.format.ErrorExample;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

/**
 * Tests for {@link PageCode}.
 */
class PageCodeTests {

	private static final String TEMPLATE = """
			{ "body": { "code": "{code}", "errors": [{ "$each violation": "{violation.path}" }] } }""";

	@Test
	void documentationShowsTheFormat() throws IOException {
		PageCode.exportInAFormat(ErrorCatalog.of(List.of(PageCode.BookError.values())), TEMPLATE);
		assertThat(Path.of("target", "acme")).isDirectoryRecursivelyContaining("glob:**book_not_found*");
	}

	@Test
	void errorIsRendered() {
		assertThat(PageCode.render(TEMPLATE)).asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"code\":\"validation_error\",\"errors\":[\"items[0].quantity\"]}");
	}

	@Test
	void formatInJavaWritesText() {
		assertThat(new PageCode.Formats().plainText()
			.write(ApiError.of(CommonError.CONFLICT), ErrorExample.request("GET", "/")))
			.asString(StandardCharsets.UTF_8)
			.startsWith("409 ");
	}

	@Test
	void controllerIsTestedAlone() throws Exception {
		PageCode.standalone().perform(get("/invoices/7")).andExpect(content().string("illegal"));
		PageCode.standalone().perform(get("/nothing")).andExpect(jsonPath("error_code").value("resource_not_found"));
	}

}
