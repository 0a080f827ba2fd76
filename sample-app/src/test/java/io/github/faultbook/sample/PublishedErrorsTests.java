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

import java.nio.file.Path;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.test.CatalogSnapshot;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Tests for the stability of the errors that partners rely on.
 */
@SpringBootTest
class PublishedErrorsTests {

	@Test
	void publishedErrorsStay(@Autowired ErrorCatalog catalog) {
		CatalogSnapshot.verify(catalog, Path.of("src/test/resources/error-catalog.json"));
	}

}
