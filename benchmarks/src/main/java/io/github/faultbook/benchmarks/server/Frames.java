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

package io.github.faultbook.benchmarks.server;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the names of frames say.
 */
final class Frames {

	private static final Pattern STACK_TRACE = Pattern.compile("java_lang_Throwable::fill_in_stack_trace"
			+ "|JVM_FillInStackTrace|Java_java_lang_Throwable_fillInStackTrace|java/lang/Throwable\\.fillInStackTrace");

	private static final Pattern CONSTRUCTOR = Pattern.compile("(.*/)?[^/]*(Exception|Error|Throwable)\\.<init>");

	private Frames() {
	}

	static boolean isStackTrace(String frame) {
		return STACK_TRACE.matcher(frame).matches();
	}

	/**
	 * Return the simple name of the exception whose stack trace is filled.
	 * @param frames the frames of a sample, callers first
	 * @param filling where the filling begins
	 * @return the name, that of the class that was instantiated if its constructors are
	 * there
	 */
	static String exception(List<String> frames, int filling) {
		int i = filling;
		while (i > 0 && isStackTrace(frames.get(i - 1))) {
			i--;
		}
		String exception = "exceptions";
		while (i > 0 && CONSTRUCTOR.matcher(frames.get(i - 1)).matches()) {
			exception = label(frames.get(--i)).replace(".<init>", "");
		}
		return exception;
	}

	/**
	 * Return a frame without its package.
	 * @param frame the frame
	 * @return the simple name of the class and the method
	 */
	static String label(String frame) {
		return frame.substring(frame.lastIndexOf('/') + 1);
	}

}
