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

package io.github.faultbook.autoconfigure.contract;

import java.util.regex.Pattern;

/**
 * Texts that must never reach a client.
 */
public final class Markers {

	/**
	 * Stands in the text of exceptions and in rejected values.
	 */
	public static final String SECRET = "s3cr3t-m4rk3r";

	/**
	 * Tells what the server is made of, or the secret.
	 */
	public static final Pattern INTERNAL = Pattern
		.compile("(?i)exception|springframework|java\\.|tomcat|jetty|<html|" + Markers.SECRET);

	private Markers() {
	}

}
