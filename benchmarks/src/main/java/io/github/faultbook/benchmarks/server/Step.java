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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A part of what a server does for a request, in the order in which it happens. A sample
 * belongs to the step of its deepest frame that is of any.
 */
enum Step {

	/**
	 * Everything around a request.
	 */
	CONNECTIONS("Tomcat and the kernel: accepting, polling, handing over to threads, closing",
			"java/lang/Thread\\.run|org/apache/tomcat/util/net/(Acceptor|NioEndpoint\\$(Poller|SocketProcessor)"
					+ "|SocketProcessorBase)\\..*|org/apache/tomcat/util/threads/.*"
					+ "|org/apache/coyote/AbstractProtocol\\$ConnectionHandler\\..*"),

	/**
	 * Everything around the filters.
	 */
	CONTAINER("Tomcat: reading the request, passing it on", "org/apache/coyote/http11/Http11Processor\\.service"),

	/**
	 * The filters that are not Faultbook's.
	 */
	FILTERS("Filters of Spring Boot and Spring Security",
			"org/springframework/.*/[^/]*Filter[^/]*\\..*|org/apache/catalina/core/ApplicationFilter.*"
					+ "|org/apache/tomcat/websocket/server/WsFilter\\..*"
					+ "|org/springframework/security/.*Firewall\\.getFirewalledRe.*"),

	/**
	 * What Faultbook does for requests that succeed, too.
	 */
	GUARDS("Faultbook: what requests that succeed go through, too",
			"io/github/faultbook/autoconfigure/servlet/((ServletErrorGuard|EndlessCauseGuard|GuardedResponse"
					+ "|RequestBodyRecorder)[.$]|DirectHandlerAdapter(?!\\$\\w+\\.(doI|i)nvoke$)).*"
					+ "|io/github/faultbook/autoconfigure/(tomcat|security)/.*"),

	/**
	 * From the request to the handler method.
	 */
	HANDLER("Spring MVC: finding the handler", "org/springframework/web/servlet/DispatcherServlet\\.getHandler"),

	/**
	 * From the request to the arguments of the handler method.
	 */
	ARGUMENTS("Spring MVC: reading and validating arguments",
			"org/springframework/web/method/support/InvocableHandlerMethod\\.getMethodArgumentValues"),

	/**
	 * The handler method.
	 */
	APPLICATION("Calling the handler method, without the exception",
			"org/springframework/web/method/support/InvocableHandlerMethod\\.doInvoke"
					+ "|io/github/faultbook/autoconfigure/servlet/DirectHandlerAdapter\\$\\w+\\.(doI|i)nvoke"
					+ "|io/github/faultbook/benchmarks/server/(?!LimitContender\\.write|ThrownLimitContender\\$First).*"),

	/**
	 * What is of no other step of Spring MVC.
	 */
	DISPATCHER("Spring MVC: everything else",
			"jakarta/servlet/http/HttpServlet\\..*|org/springframework/web/servlet/(FrameworkServlet"
					+ "|DispatcherServlet)\\.(?!getHandler$).*"),

	/**
	 * One row for each exception.
	 */
	STACK_TRACE("Virtual machine: stack trace of `%s`", "") {
		@Override
		boolean has(String frame) {
			return Frames.isStackTrace(frame);
		}

	},

	/**
	 * From the throwing method to the one that catches.
	 */
	UNWINDING("Virtual machine: unwinding to whoever catches",
			"ExceptionBlob|_rethrow_Java|OptoRuntime::(handle_exception|rethrow).*"
					+ "|SharedRuntime::(raw_exception_handler|compute_compiled_exc_handler).*"
					+ "|InterpreterRuntime::exception_handler.*|Runtime1::.*exception.*"),

	/**
	 * What is of no other step of Faultbook.
	 */
	DOOR("Faultbook: taking the exception over",
			"io/github/faultbook/autoconfigure/servlet/ServletError(Resolver|Handler|Advice|Controller)\\..*"
					+ "|io/github/faultbook/pipeline/ErrorPipeline\\.handle"),

	/**
	 * From the exception to an error.
	 */
	RESOLVE("Faultbook: resolving the exception", "io/github/faultbook/pipeline/Resolution\\..*"),

	/**
	 * From an error to what is written.
	 */
	SHAPE("Faultbook: localizing, customizing, bounding",
			"io/github/faultbook/pipeline/(ErrorPipeline\\.(write|effective|applyValidationStatus|localize|customize"
					+ "|withoutStaleLanguage)|Bounds\\..*)"),

	/**
	 * From an error to bytes.
	 */
	WRITE("Faultbook: choosing the format, writing the body",
			"io/github/faultbook/pipeline/(ErrorPipeline\\.chooseFormat|ReplyWriter\\..*)"),

	/**
	 * The listeners.
	 */
	NOTIFY("Faultbook: listeners and log", "io/github/faultbook/pipeline/ErrorPipeline\\.notify"),

	/**
	 * What the limits do in the same place is this step, too.
	 */
	HEADERS("Status and headers, by Faultbook or the limits",
			"io/github/faultbook/autoconfigure/servlet/ServletReplies[.$].*"
					+ "|io/github/faultbook/benchmarks/server/(LimitContender\\.write|ThrownLimitContender\\$First).*"),

	/**
	 * Most of it is one call to the kernel.
	 */
	SEND("Tomcat and the kernel: sending the answer",
			"org/apache/catalina/connector/(CoyoteOutputStream\\.|OutputBuffer\\.(write|flush|close|doFlush)).*"
					+ "|org/apache/coyote/http11/(Http11OutputBuffer\\.(write|end|commit|flush|sendHeader)"
					+ "|Http11Processor\\.(finishResponse|prepareResponse|writeHeaders)).*"),

	/**
	 * Threads without any Java.
	 */
	VIRTUAL_MACHINE("Virtual machine: collecting garbage",
			"thread_native_entry|Thread::call_run|VMThread::.*|java/lang/ref/(Reference|Finalizer)\\$.*"),

	/**
	 * Stacks that end too early.
	 */
	UNKNOWN("Unknown", "");

	private static final Map<String, Optional<Step>> KNOWN = new ConcurrentHashMap<>();

	private final String label;

	private final Pattern frames;

	Step(String label, String frames) {
		this.label = label;
		this.frames = Pattern.compile(frames);
	}

	boolean has(String frame) {
		return this.frames.matcher(frame).matches();
	}

	/**
	 * Return the step a frame is of.
	 * @param frame the frame
	 * @return the step, if the frame tells
	 */
	static Optional<Step> of(String frame) {
		return KNOWN.computeIfAbsent(frame, (key) -> {
			for (Step step : values()) {
				if (step.has(key)) {
					return Optional.of(step);
				}
			}
			return Optional.empty();
		});
	}

	/**
	 * Return the row of a table a sample belongs to.
	 * @param stack the sample
	 * @return the row
	 */
	static Row of(Stack stack) {
		List<String> frames = stack.frames();
		for (int i = frames.size() - 1; i >= 0; i--) {
			Optional<Step> step = of(frames.get(i));
			if (step.isPresent()) {
				String label = step.get().label;
				return new Row(step.get(),
						(step.get() == STACK_TRACE) ? label.formatted(Frames.exception(frames, i)) : label);
			}
		}
		return new Row(UNKNOWN, UNKNOWN.label);
	}

	/**
	 * A row of a table of steps.
	 *
	 * @param step the step
	 * @param label what it is called
	 */
	record Row(Step step, String label) implements Comparable<Row> {

		@Override
		public int compareTo(Row other) {
			int order = this.step.compareTo(other.step);
			return (order != 0) ? order : this.label.compareTo(other.label);
		}

	}

}
