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

package io.github.faultbook.autoconfigure.catalog.scanned;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;

/**
 * Codes at the top level of a file, one of them under a name of its own.
 */
public enum ShelfError implements ErrorCode {

	/**
	 * An entry with a class of its own, which makes the enum abstract.
	 */
	FULL {

		@Override
		String text() {
			return "The shelf is full.";
		}

	},

	/**
	 * An entry whose code differs from its name.
	 */
	GONE {

		@Override
		String text() {
			return "The shelf is gone.";
		}

		@Override
		public String code() {
			return "shelf_gone";
		}

	};

	abstract String text();

	@Override
	public ErrorDefinition definition() {
		return ErrorDefinition.of(409, text());
	}

}
