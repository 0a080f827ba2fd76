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

package io.github.faultbook.format;

import java.util.List;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FormatPreview}.
 */
class FormatPreviewTests {

	private static final WireFormat FORMAT = new WireFormats(JsonMapper.shared(), null).preset("details-map");

	@Test
	void entryIsShownAsItIsSent() {
		assertThat(FormatPreview.of(ErrorCatalog.of(List.of(TestError.values())), FORMAT)).endsWith("""
				## invoice_not_found

				```http
				HTTP/1.1 404 Not Found
				Content-Type: application/json

				{
				  "error" : "Invoice example of 1 does not exist.",
				  "error_code" : "invoice_not_found",
				  "details" : {
				    "invoice_id" : [ "example" ],
				    "version" : [ 1 ]
				  }
				}
				```

				""");
	}

	@Test
	void everyEntryButTheInternalIsShown() {
		assertThat(FormatPreview.of(ErrorCatalog.of(List.of(TestError.values())), FORMAT)
			.lines()
			.filter((line) -> line.startsWith("## "))).hasSize(CommonError.values().length + 1);
	}

	@Test
	void validationHasTheStatusOfTheFormatAndFields() {
		String page = FormatPreview.of(ErrorCatalog.of(List.of()),
				new WireFormats(JsonMapper.shared(), null).preset("details-array"));
		assertThat(page).contains("HTTP/1.1 422 Unprocessable Content", "\"field\" : \"items[0].quantity\"");
	}

	private enum TestError implements ErrorCode {

		INVOICE_NOT_FOUND(ErrorDefinition.of(404, "Invoice {invoice_id} of {version} does not exist.")
			.parameter("invoice_id", String.class, "")
			.parameter("version", Integer.class, "")),

		SECRET(ErrorDefinition.of(500, "Secret.").internalOnly());

		private final ErrorDefinition definition;

		TestError(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

}
