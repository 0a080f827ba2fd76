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

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * Checks bodies against the schema of their format.
 */
final class SchemaValidator {

	private final Schema schema;

	SchemaValidator(WireFormat format) {
		this(format, SchemaScope.ANY);
	}

	SchemaValidator(WireFormat format, SchemaScope scope) {
		this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(format.schema(scope), InputFormat.JSON);
	}

	List<String> validate(String body) {
		return this.schema.validate(body, InputFormat.JSON).stream().map(Error::toString).toList();
	}

}
