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

package io.github.faultbook.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.pipeline.ErrorMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static io.github.faultbook.test.ErrorAssertions.assertThatError;
import static io.github.faultbook.test.ErrorAssertions.assertThatErrorsAreDeclared;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OrderApi}, as an application has them. They contain the code of the
 * pages about tests, the catalog and the languages.
 */
@SpringBootTest(properties = "spring.messages.basename=translations")
@AutoConfigureMockMvc
class OrderApiTests {

	@Autowired
	private ErrorCatalog catalog;

	@Test
	void publishedErrorsStay() {
		CatalogSnapshot.verify(this.catalog, Path.of("src/test/resources/error-catalog.json"));
	}

	@Test
	void everythingIsTranslated(@Autowired ErrorCatalog catalog, @Autowired ErrorMessages messages) {
		assertThat(MissingTranslations.of(catalog, messages, List.of(Locale.GERMAN))).isEmpty();
	}

	@Test
	void orderIsNotFound(@Autowired MockMvcTester mvc) {
		assertThatError(mvc.get().uri("/orders/7")).hasCode("order_not_found");
	}

	@Test
	void typeScript(@Autowired ErrorDocumentation documentation, @Autowired MockMvcTester mvc) throws IOException {
		String openApi = mvc.get().uri("/v3/api-docs").exchange().getMvcResult().getResponse().getContentAsString();
		documentation.writeTypeScript(Path.of("target", "errors.ts"), openApi);
	}

	@Test
	void typeScriptHasTheErrorsOfEachOperation(@Autowired ErrorDocumentation documentation,
			@Autowired MockMvcTester mvc) throws IOException {
		typeScript(documentation, mvc);
		assertThat(Path.of("target", "errors.ts")).content()
			.contains("readonly \"GET /orders/{id}\": (\"validation_error\" | \"order_not_found\" | ");
	}

	@AfterAll
	static void errorsAreDeclared(@Autowired ApplicationContext application) {
		assertThatErrorsAreDeclared(application);
	}

}
